/**
 * A clause as things name it. Where a territory has one Положение, by its number: «3.2». Where it has several, with the line and the words for the
 * paper, so that no chip, refusal or letter leads to another paper: «3.2@mentoring@Положения о наставничестве».
 */
type Reference = { readonly number: string; readonly line: string | null; readonly paper: string }

const mark = '@'
/** The word of most papers. */
export const usualGenitive = 'Положения'

/** The words of a paper as whose clause something is named: «Положения о наставничестве». */
function ofPaper(name: string, { nominative, genitive }: PaperWord): string {
  if (name === '') return genitive
  return name.startsWith(`${nominative} `) ? genitive + name.slice(nominative.length) : `${genitive} «${name}»`
}
type PaperWord = { readonly nominative: string; readonly genitive: string }

/** Of a line without a code and a name it says only how the paper is called. */
export const clauseReference = (
  number: string,
  { code, name }: { readonly code: string; readonly name: string },
  word: PaperWord = { nominative: 'Положение', genitive: usualGenitive },
): string => [number, code, ofPaper(name, word)].join(mark)

/** «п. 3.2 Положения о наставничестве». */
export function clauseInWords(clause: string): string {
  const { number, paper } = readReference(clause)
  return `п. ${number} ${paper}`
}

export function readReference(clause: string): Reference {
  const [number = '', line, paper] = clause.split(mark)
  return { number, line: line || null, paper: paper ?? usualGenitive }
}
