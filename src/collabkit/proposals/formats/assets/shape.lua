-- Shape what Markdown leaves open: the widths of tables, and boxes to tick. HTML in the text of a
-- template is shown as it is written: a paper runs nothing.

local LEAST, MOST = 9, 60 -- letters, so that no column starves and none takes all

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
  local wanted, total = {}, 0
  for column = 1, #table.colspecs do
    local length = longest(column, table.head.rows, 0)
    for _, body in ipairs(table.bodies) do
      length = longest(column, body.body, length)
    end
    wanted[column] = math.min(math.max(length + 1, LEAST), MOST)
    total = total + wanted[column]
  end
  for column, spec in ipairs(table.colspecs) do
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
