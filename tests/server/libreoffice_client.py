"""Has LibreOffice's own LanguageTool checker judge a paragraph. Run by a Python that has uno: PORT TEXT."""

import json
import sys
import time

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

port, text = sys.argv[1:]
here = uno.getComponentContext()
resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
for attempt in range(90):
    try:
        office = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        break
    except NoConnectException:
        if attempt == 89:
            raise
        time.sleep(1)
checker = office.ServiceManager.createInstanceWithContext("org.openoffice.lingu.LanguageToolGrammarChecker", office)
errors = checker.doProofreading("1", text, Locale("en", "US", ""), 0, len(text), ()).aErrors
rows = [
    [text[row.nErrorStart : row.nErrorStart + row.nErrorLength], row.aShortComment, list(row.aSuggestions)]
    for row in errors
]
sys.stdout.write(json.dumps(rows))
