;;; newslint.el --- newslint in Emacs, by eglot  -*- lexical-binding: t -*-

;; Emacs 29 has eglot; in Emacs 28 it is the package eglot (Debian: elpa-eglot).

(require 'eglot)

(add-to-list 'eglot-server-programs
             `((text-mode markdown-mode html-mode mhtml-mode)
               . (,(or (getenv "NEWSLINT") "newslint") "lsp")))

(add-hook 'text-mode-hook #'eglot-ensure)

(provide 'newslint)
;;; newslint.el ends here
