import { declined } from '../src/regulation/words.ts'

/** Words for roles that several regulations share; a regulation with a word of its own spells it out. */
export const roleWords = {
  head: declined(
    'руководитель стажировочной площадки',
    'руководителя стажировочной площадки',
    'руководителю стажировочной площадки',
    'руководителем стажировочной площадки',
    'руководители стажировочных площадок',
  ),
  mentor: declined('наставник', 'наставника', 'наставнику', 'наставником', 'наставники'),
  curator: declined('куратор', 'куратора', 'куратору', 'куратором', 'кураторы'),
  tutor: declined('тьютор', 'тьютора', 'тьютору', 'тьютором', 'тьюторы'),
  moderator: declined('модератор', 'модератора', 'модератору', 'модератором', 'модераторы'),
  expert: declined('эксперт', 'эксперта', 'эксперту', 'экспертом', 'эксперты'),
  methodist: declined(
    'методист сопровождения',
    'методиста сопровождения',
    'методисту сопровождения',
    'методистом сопровождения',
    'методисты сопровождения',
  ),
} as const

/** «школа-партнёр»: how an attached school is called where everybody can read. */
export const partnerSchool = declined('школа-партнёр', 'школы-партнёра', 'школе-партнёру', 'школой-партнёром', 'школы-партнёры')

export const municipalSite = declined(
  'муниципальная стажировочная площадка',
  'муниципальной стажировочной площадки',
  'муниципальной стажировочной площадке',
  'муниципальной стажировочной площадкой',
  'муниципальные стажировочные площадки',
)

export const educationLaw = {
  type: 'Федеральный закон',
  number: '273-ФЗ',
  date: '2012-12-29',
  title: 'Об образовании в Российской Федерации',
}

/** Days before a deadline on which it is recalled; no regulation sets them, so the product's own are used. */
export const usualReminders = [30, 7, 0]
