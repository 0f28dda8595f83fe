" newslint in Vim: with ALE as a linter, and without any plugin as a compiler (:make fills the quickfix list).

let s:command = empty($NEWSLINT) ? 'newslint' : $NEWSLINT

let &makeprg = s:command . ' check %:S'
set errorformat=%f:%l:%c:\ %m

" ALE (https://github.com/dense-analysis/ale) asks the language server.
if exists(':ALEInfo') || exists('g:loaded_ale')
  for s:type in ['text', 'markdown', 'html']
    call ale#linter#Define(s:type, {
          \ 'name': 'newslint',
          \ 'lsp': 'stdio',
          \ 'executable': s:command,
          \ 'command': '%e lsp',
          \ 'project_root': {buffer -> fnamemodify(bufname(buffer), ':p:h')},
          \ })
  endfor
endif
