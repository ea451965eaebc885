const letters: Readonly<Record<string, string>> = Object.fromEntries(
  'а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya'
    .split(' ')
    .flatMap((one, at, all) => (at % 2 === 0 ? [[one, all[at + 1] ?? '']] : [])),
)
const longest = 40

/** A code made of words, the same for the same words wherever they are written: «Школа искусств» is `shkolaIskusstv`. */
export function codeOfWords(words: string): string {
  const latin = words
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .map((word) => [...word].map((letter) => letters[letter] ?? (/[a-z\d]/.test(letter) ? letter : '')).join(''))
    .filter((word) => word !== '')
  const [first = '', ...rest] = latin
  const code = [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('').slice(0, longest)
  return /^[a-z]/.test(code) ? code : `kind${code}`
}
