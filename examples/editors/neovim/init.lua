-- newslint in Neovim (0.7 and later): put these lines into your init.lua.

local command = { vim.env.NEWSLINT or "newslint", "lsp" }
local types = { text = true, markdown = true, html = true }

vim.api.nvim_create_autocmd("FileType", {
  callback = function(event)
    if not types[vim.bo[event.buf].filetype] then
      return
    end
    local found = vim.fs and vim.fs.find({ "newslint.toml", "pyproject.toml", ".git" }, { upward = true })[1]
    local root = found and vim.fs.dirname(found) or vim.fn.getcwd()
    if vim.lsp.start then
      vim.lsp.start({ name = "newslint", cmd = command, root_dir = root })
    else
      -- 0.7 has no vim.lsp.start: one client for the session, attached to each buffer.
      _G.newslint_client = _G.newslint_client
        or vim.lsp.start_client({ name = "newslint", cmd = command, root_dir = root })
      vim.lsp.buf_attach_client(event.buf, _G.newslint_client)
    end
  end,
})
