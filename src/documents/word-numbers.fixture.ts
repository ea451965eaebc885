/** The number that Word shows before each paragraph of a document, counted from its lists as Word counts: for tests. */
export function shownNumbers(documentXml: string, numberingXml: string): string[] {
  const levelsOf = new Map(
    [...numberingXml.matchAll(/<w:abstractNum [^>]*w:abstractNumId="(\d+)".*?<\/w:abstractNum>/gs)].map(([xml, id]) => [
      id,
      [...xml.matchAll(/<w:lvl .*?<\/w:lvl>/gs)].map(([level]) => ({
        start: Number(/<w:start w:val="(\d+)"/.exec(level)?.[1] ?? 0),
        format: /<w:numFmt w:val="(\w+)"/.exec(level)?.[1] ?? '',
        text: /<w:lvlText w:val="([^"]*)"/.exec(level)?.[1] ?? '',
      })),
    ]),
  )
  const abstractOf = new Map(
    [...numberingXml.matchAll(/<w:num w:numId="(\d+)".*?<w:abstractNumId w:val="(\d+)"/gs)].map(([, id, of]) => [id, of]),
  )
  const counters = new Map<string, (number | null)[]>()
  return (documentXml.match(/<w:p>.*?<\/w:p>|<w:p\/>/gs) ?? []).map((paragraph) => {
    const [, level = '', id = ''] = /<w:ilvl w:val="(\d+)"\/><w:numId w:val="(\d+)"\/>/.exec(paragraph) ?? []
    const levels = levelsOf.get(abstractOf.get(id) ?? '') ?? []
    const own = levels[Number(level)]
    if (id === '' || own === undefined || own.format === 'bullet') return ''
    const counted = counters.get(id) ?? []
    counters.set(id, counted)
    const before = counted[Number(level)]
    counted.length = Math.max(counted.length, Number(level) + 1)
    counted[Number(level)] = before == null ? own.start : before + 1
    counted.fill(null, Number(level) + 1)
    return `${own.text.replace(/%(\d)/g, (_, at) => written(counted[at - 1] ?? levels[at - 1]?.start ?? 0, levels[at - 1]?.format))} `
  })
}

const written = (number: number, format: string | undefined): string =>
  format === 'upperRoman'
    ? (['I', 'II', 'III', 'IV', 'V'][number - 1] ?? '?')
    : format === 'russianLower'
      ? ('абвгд'[number - 1] ?? '?')
      : String(number)
