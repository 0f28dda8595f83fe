#!/usr/bin/env bash
# newslint in any CI: annotates what is new and fails on it alone.
# usage: check.sh [PATH ...]        (default: the folder it is started in)
#   NEWSLINT_SINCE   read only files that differ from this commit, such as origin/main
#   NEWSLINT_REPORTS folder for the reports (default: newslint-reports): findings.sarif, junit.xml, newslint.html
#   NEWSLINT_ARGUMENTS  further arguments of newslint check, such as: --fail-on error
#   NEWSLINT         the command (default: newslint)
# With a .newslint-baseline.jsonl beside the articles (newslint baseline writes it), findings that it knows are silent.
# With reviewdog installed and REVIEWDOG_REPORTER set, findings on changed lines become comments of the review.
# Exit: 0 nothing new, 1 findings, 2 something is broken.
set -euo pipefail

newslint=${NEWSLINT:-newslint}
reports=${NEWSLINT_REPORTS:-newslint-reports}
mkdir -p "$reports"
read -r -d '' -a arguments <<<"${NEWSLINT_ARGUMENTS:-}" || true
if [ -n "${NEWSLINT_SINCE:-}" ]; then arguments+=(--since "$NEWSLINT_SINCE"); fi
if [ $# = 0 ]; then set -- .; fi

status=0
"$newslint" check --format full --format "sarif:$reports/findings.sarif" --format "junit:$reports/junit.xml" \
  --format "html:$reports/newslint.html" --format "rdjsonl:$reports/findings.rdjsonl" "${arguments[@]}" -- "$@" || status=$?

if [ -n "${REVIEWDOG_REPORTER:-}" ] && command -v reviewdog >/dev/null; then
  reviewdog -f=rdjsonl -name=newslint -reporter="$REVIEWDOG_REPORTER" -filter-mode=added <"$reports/findings.rdjsonl"
fi
exit "$status"
