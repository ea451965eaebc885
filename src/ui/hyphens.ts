const soft = '\u00ad'
const vowel = 'аеёиоуыэюя'
const consonant = 'бвгджзклмнпрстфхцчшщ'
const letter = 'а-яё'

/** Where a Russian word may be parted: between syllables, with two letters on either side, never before й, ь or ъ. */
const places: readonly RegExp[] = [
  new RegExp(`([йьъ])(?=[${letter}]{2})`, 'giu'),
  new RegExp(`([${vowel}])(?=[${vowel}][${letter}])`, 'giu'),
  new RegExp(`([${vowel}][${consonant}])(?=[${consonant}][${vowel}])`, 'giu'),
  new RegExp(`([${consonant}][${vowel}])(?=[${consonant}][${vowel}])`, 'giu'),
  new RegExp(`([${vowel}][${consonant}])(?=[${consonant}]{2}[${vowel}])`, 'giu'),
]

/** Shorter words stand whole in the narrowest column. */
const long = new RegExp(`[${letter}]{9,}`, 'giu')

/** Soft hyphens in long words, for narrow columns: browsers know no Russian syllables, and would part a word anywhere. */
export const hyphenated = (text: string): string =>
  text.replace(long, (word) =>
    places
      .reduce((parted, place) => parted.replace(place, `$1${soft}`), word)
      .replace(new RegExp(`^([${letter}])${soft}`, 'iu'), '$1')
      .replace(new RegExp(`${soft}([${letter}])$`, 'iu'), '$1'),
  )
