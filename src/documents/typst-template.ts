/**
 * How a laid-out document looks on paper. The document comes in by JSON through `sys.inputs`, so its words are always text and
 * never Typst markup. Measures repeat those of the .docx: both formats are meant to look alike.
 */
export const template = `
#let layout-data = json(bytes(sys.inputs.layout))
#let m = layout-data.measures

#let day = layout-data.date.split("-").map(int)
#set document(
  title: layout-data.title,
  author: if layout-data.author == "" { () } else { (layout-data.author,) },
  date: datetime(year: day.at(0), month: day.at(1), day: day.at(2), hour: 0, minute: 0, second: 0),
)

#let single-leading = (m.singleLine - 1) * 1em
#let running-leading = (m.singleLine * m.lineSpacing - 1) * 1em
#let alignments = ("left": left, "center": center, "right": right, "justify": left)

#set text(font: "Tinos", fallback: false, lang: "ru", region: "RU", size: m.type.text * 1pt, hyphenate: false, top-edge: 0.8em, bottom-edge: -0.2em, overhang: false)
// The sign of a space stands for one character in each face: no-break spaces, just as wide, are those of the slanted one.
#show "\\u{a0}": set text(style: "italic")
#set par(leading: single-leading, spacing: single-leading, linebreaks: "optimized")
#set block(spacing: single-leading)
#set heading(outlined: true, bookmarked: true)
#show heading: set text(size: m.type.text * 1pt, weight: "bold")
#show heading: set par(leading: running-leading, first-line-indent: 0pt, justify: false)
#show heading: set block(above: 12pt + running-leading, below: 6pt + running-leading, sticky: true)
#set list(marker: [–], indent: m.indents.firstLine * 1mm, body-indent: 2mm, spacing: running-leading)

#let runs(words) = for run in words {
  // Where a long word may break stands a box of no width: an invisible letter would be copied along with the text.
  let piece = run.text.split("\\u{200b}").join(box(width: 0pt))
  if run.at("bold", default: false) { piece = strong(piece) }
  if run.at("italic", default: false) { piece = emph(piece) }
  [#piece]
}

#let running(body, indent: true, justify: true, alignment: left, moved: 0mm, sticky: false) = {
  set par(
    leading: running-leading,
    spacing: running-leading,
    justify: justify,
    first-line-indent: (amount: if indent { m.indents.firstLine * 1mm } else { 0pt }, all: true),
  )
  set align(alignment)
  // A justified line of long words is torn apart without hyphens.
  set text(hyphenate: justify, costs: (runt: 400%))
  show regex("[А-ЯЁA-Z]{2,}"): set text(hyphenate: false)
  block(width: 100%, inset: (left: moved), above: running-leading, below: running-leading, sticky: sticky, body)
}

// Each line is a paragraph of the tag tree.
#let lines(list) = block({
  set par(spacing: single-leading, first-line-indent: 0pt, justify: false)
  list.map(line => par(runs(line))).join()
})

#let paragraph(b, words) = running(
  words + parbreak(),
  indent: b.indent,
  justify: b.align == "justify",
  alignment: alignments.at(b.align),
  moved: b.at("depth", default: 0) * m.indents.depthStep * 1mm,
  sticky: b.keepWithNext,
)

#let clause(b, words) = running(words + parbreak(), moved: b.depth * m.indents.depthStep * 1mm, sticky: b.keepWithNext)

// The last line of the text is made as deep as what must follow it on the page, which then takes that room.
#let with-tail(b, draw-text, tail) = context {
  let room = measure(width: b.textWidth * 1mm, tail).height
  draw-text(b, runs(b.words) + box(width: 0pt, height: room, baseline: room))
  v(-room)
  tail
}

#let bullets(b) = {
  set par(leading: running-leading, justify: true, first-line-indent: 0pt)
  block(width: 100%, above: running-leading, below: running-leading, list(..b.items.map(words => runs(words))))
}

#let letterhead(b) = align(center, lines(b.lines))

#let date-and-number(b) = block(grid(
  columns: (1fr, auto, 1fr),
  align: (left, center, right),
  par(b.date), if b.at("place", default: "") != "" { par(b.place) }, par(b.number),
))

#let marks(b) = block(below: single-leading, breakable: false, grid(
  columns: (46%, (m.indents.markShare - 0.46) * 100%, 1fr),
  lines(b.at("left", default: ())), [], lines(b.at("right", default: ())),
))

#let signature(b) = block(breakable: false, above: 0pt, inset: (top: m.spaceAboveSignature * 1pt), grid(
  columns: (m.indents.postShare * 1%, 1fr, m.indents.nameShare * 1%),
  align: (left + bottom, center + bottom, right + bottom),
  row-gutter: 6pt,
  par(b.post),
  if b.line { box(width: 100%, height: 1em, stroke: (bottom: 0.5pt)) },
  if b.name != "" { par(b.name) },
  ..if b.seal { (par[М.П.], [], []) },
))

#let fill-line(b) = block(breakable: false, above: single-leading, {
  block(width: 100%, height: 1em, stroke: (bottom: 0.5pt), below: 2pt)
  if b.at("caption", default: "") != "" { align(center, text(size: m.type.caption * 1pt, b.caption)) }
})

#let qr-code(b) = align(alignments.at(b.align), image(bytes(b.svg), format: "svg", width: b.size * 1mm, alt: b.description))

#let gap(b) = v(b.lines * m.singleLine * 1em)

#let cell-body(cell) = {
  cell.paragraphs.map(words => runs(words)).join(parbreak())
  let code = cell.at("code", default: none)
  if code != none { image(bytes(code.svg), format: "svg", width: code.size * 1mm, alt: code.description) }
}

#let body-cell(cell, alignment, tearable, span) = table.cell(
  colspan: span,
  breakable: tearable,
  align: alignments.at(alignment) + top,
  stroke: 0.5pt,
  cell-body(cell),
)

#let body-row(row, columns, tearable) = {
  let at = 0
  for cell in row {
    let span = cell.at("span", default: 1)
    let alignment = cell.at("align", default: columns.at(at).align)
    (body-cell(cell, alignment, tearable, span),)
    at += span
  }
}

// The last rows and the signature must share a page, and so must a title and the row under it: a column of no width holds them together
// with one cell that cannot be torn.
#let ruled-table(b, tail) = {
  let columns = b.columns
  let ends = tail != none and b.tiedRows > 0
  let tie = ends or b.together.any(held => held > 1)
  let widths = b.widths.map(width => width * 1mm)
  let first-tied = b.rows.len() - b.tiedRows
  set text(size: m.type.table * 1pt)
  set par(justify: false, linebreaks: "simple")
  set table.cell(inset: (x: 1.9mm, y: 1mm))
  let thin(body, ..options) = table.cell(inset: 0pt, stroke: none, ..options, body)
  let head = columns.map(column => table.cell(align: center + horizon, stroke: 0.5pt, runs(column.title)))
  block(above: single-leading + 2pt, table(
    columns: if tie { widths + (0pt,) } else { widths },
    stroke: none,
    table.header(..head, ..if tie { (thin[],) }),
    ..for (at, row) in b.rows.enumerate() {
      body-row(row, columns, b.tearable.at(at))
      let held = b.together.at(at)
      if ends and at == first-tied { (thin([], rowspan: b.tiedRows + 1, breakable: false),) }
      else if tie and held > 0 and not (ends and at > first-tied) { (thin([], rowspan: held, breakable: held == 1),) }
    },
    ..if ends { (thin(colspan: columns.len(), text(size: m.type.text * 1pt, tail)),) },
  ))
  if tail != none and not ends { tail }
}

#let draw(b) = {
  let tail = b.at("tail", default: ()).map(draw).join()
  if tail != none and b.kind == "paragraph" { with-tail(b, paragraph, tail) }
  else if tail != none and b.kind == "clause" { with-tail(b, clause, tail) }
  else if b.kind == "paragraph" { paragraph(b, runs(b.words)) }
  else if b.kind == "heading" { align(alignments.at(b.align), heading(level: b.level, runs(b.words))) }
  else if b.kind == "clause" { clause(b, runs(b.words)) }
  else if b.kind == "bullets" { bullets(b) }
  else if b.kind == "letterhead" { letterhead(b) }
  else if b.kind == "dateAndNumber" { date-and-number(b) }
  else if b.kind == "marks" { marks(b) }
  else if b.kind == "table" { ruled-table(b, tail) }
  else if b.kind == "signature" { signature(b) }
  else if b.kind == "fillLine" { fill-line(b) }
  else if b.kind == "qrCode" { qr-code(b) }
  else if b.kind == "gap" { gap(b) }
  else if b.kind == "together" { block(breakable: false, b.blocks.map(draw).join()) }
  else if b.kind == "pageBreak" { pagebreak(weak: true) }
}

// The number that counts on from the last section numbered anew; the page counter itself is stepped too late for a header.
#let page-number(section) = context {
  let this = here().page()
  let starts = query(<numbering>).filter(start => start.location().page() <= this)
  let number = if starts.len() == 0 { this } else { this - starts.last().location().page() + starts.last().value }
  if layout-data.stamp != "" {
    align(right, block(below: 0pt, text(size: m.type.caption * 1pt, layout-data.stamp)))
  }
  if section.pageNumbers == "fromSecond" and number > 1 {
    align(center, text(size: m.type.pageNumber * 1pt, str(number)))
  }
}

#for section in layout-data.sections {
  let margins = section.margins
  set page(
    paper: "a4",
    flipped: section.at("landscape", default: false),
    margin: (left: margins.left * 1mm, right: margins.right * 1mm, top: margins.top * 1mm, bottom: margins.bottom * 1mm),
    header: page-number(section),
    header-ascent: (margins.top - m.pageNumberAt) * 1mm - m.type.pageNumber * 1pt,
  )
  if "startNumbering" in section [#metadata(section.startNumbering)<numbering>]
  for b in section.blocks { draw(b) }
}
`
