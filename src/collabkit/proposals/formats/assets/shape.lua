-- Shape what Markdown leaves open: the widths of tables, what stays on one page, room to write in,
-- and boxes to tick. HTML in the text of a template is shown as it is written: a paper runs nothing.

local LEAST, MOST = 9, 60 -- letters, so that no column starves and none takes all
local PAGE, PADDING, SHORT = 80, 5, 16 -- letters: of a line, beside a cell, of what must not break

local function longest(column, rows, so_far)
  for _, row in ipairs(rows) do
    local cell = row.cells[column]
    if cell then
      so_far = math.max(so_far, utf8.len(pandoc.utils.stringify(cell.contents)) or 0)
    end
  end
  return so_far
end

function Table(table)
  local wanted, total, short = {}, 0, 0
  for column = 1, #table.colspecs do
    local length = longest(column, table.head.rows, 0)
    for _, body in ipairs(table.bodies) do
      length = longest(column, body.body, length)
    end
    wanted[column] = math.min(math.max(length + PADDING, LEAST), MOST)
    total = total + wanted[column]
    if length <= SHORT then
      short = short + wanted[column]
    end
  end
  -- Where a line is too short for all, long cells break and short ones, such as numbers, do not.
  if total > PAGE and short < PAGE / 2 then
    for column, width in ipairs(wanted) do
      if width > SHORT + PADDING then
        wanted[column] = width * (PAGE - short) / (total - short)
      end
    end
    total = PAGE
  end
  for column in ipairs(table.colspecs) do
    table.colspecs[column] = { pandoc.AlignLeft, wanted[column] / total }
  end
  return table
end

-- Pandoc's time for a word of typst grows with the square of its length.

local LONG = 200

function Str(word)
  if FORMAT ~= "typst" or #word.text <= LONG then
    return nil
  end
  local parts, from = pandoc.List(), 1
  while from <= #word.text do
    local after = utf8.offset(word.text, LONG + 1, from) or #word.text + 1
    parts:insert(pandoc.Str(word.text:sub(from, after - 1)))
    from = after
  end
  return parts
end

-- What stays on one page, and room in empty cells, by styles of the reference documents. OpenDocument
-- keeps a table together by the table, and typst has page.typ.

local MANY = 16 -- rows from which on a table may run over to the next page

local function styled(style, blocks)
  return pandoc.Div(blocks, { ["custom-style"] = style })
end

local function shaped(cell, kept)
  if #cell.contents == 0 then
    cell.contents = { styled(kept .. "Blank", { pandoc.Para({}) }) }
  elseif kept ~= "" then
    -- A style of ours goes to paragraphs alone.
    local line = pandoc.Para(pandoc.utils.blocks_to_inlines(cell.contents))
    cell.contents = { styled(kept .. "Cell", { line }) }
  end
end

local function roomy_and_kept(table)
  local rows = table.bodies[1] and table.bodies[1].body or {}
  local short = FORMAT == "docx" and #rows < MANY
  if short then
    for _, cell in ipairs(table.head.rows[1].cells) do
      if #cell.contents > 0 then
        shaped(cell, "Kept ")
      end
    end
  end
  for at, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do
      shaped(cell, short and at < #rows and "Kept " or "")
    end
  end
end

-- A note under a heading, in italics, stays with what it is about: the table or the question of a sheet to copy.

local function is_note(blocks, at)
  local block, before = blocks[at], blocks[at - 1]
  return before ~= nil and before.t == "Header" and block.t == "Para" and #block.content == 1 and block.content[1].t == "Emph"
end

local function with_notes_kept(blocks)
  local kept = pandoc.List()
  for at, block in ipairs(blocks) do
    if not is_note(blocks, at) then
      kept:insert(block)
    elseif FORMAT == "typst" then
      kept:extend({ pandoc.RawBlock("typst", "#block(sticky: true)["), block, pandoc.RawBlock("typst", "]") })
    else
      kept:insert(styled("Kept", { block }))
    end
  end
  return kept
end

function Pandoc(paper)
  if FORMAT ~= "docx" and FORMAT ~= "odt" and FORMAT ~= "typst" then
    return nil
  end
  paper.blocks = with_notes_kept(paper.blocks)
  if FORMAT == "typst" then
    return paper
  end
  local last = 0
  for at, block in ipairs(paper.blocks) do
    if block.t == "Table" then
      roomy_and_kept(block)
      last = at
    end
  end
  -- Signatures stand with the last lines of the text, never alone on a page; the closing of a letter is none of them.
  local held, most = 0, 2
  for at = last - 1, 1, -1 do
    if held < most and paper.blocks[at].t == "Para" then
      if pandoc.utils.stringify(paper.blocks[at]) == "Sincerely," then
        most = 3
      end
      paper.blocks[at] = styled("Kept", { paper.blocks[at] })
      held = held + 1
    elseif paper.blocks[at].t ~= "Header" then
      break
    end
  end
  return paper
end

-- Boxes to tick are list items that begin with one. Word and HTML know them; typst and OpenDocument
-- would set a bullet before each box.

local BOX = "☐"

local function boxed(item)
  local first = item[1] and item[1].content and item[1].content[1]
  return first and first.t == "Str" and first.text == BOX
end

function BulletList(list)
  for _, item in ipairs(list.content) do
    if not boxed(item) then
      return nil
    end
  end
  if FORMAT == "typst" then
    for _, item in ipairs(list.content) do
      item[1].content:remove(1)
      item[1].content:remove(1)
    end
    return {
      pandoc.RawBlock("typst", "#[\n#set list(marker: [" .. BOX .. "])"),
      list,
      pandoc.RawBlock("typst", "]"),
    }
  elseif FORMAT == "odt" then
    local lines = {}
    for _, item in ipairs(list.content) do
      lines[#lines + 1] = pandoc.Para(item[1].content)
    end
    return lines
  end
end

function RawInline(raw)
  return raw.format == "html" and pandoc.Str(raw.text) or nil
end

function RawBlock(raw)
  return raw.format == "html" and pandoc.Para({ pandoc.Str(raw.text) }) or nil
end
