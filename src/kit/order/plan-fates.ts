import type { Choice } from '../../ui/fields.ts'

/** What may become of the plan of a site whose status ends. */
export const planFateChoices: readonly Choice[] = [
  { value: 'keep', label: 'Останутся в плане без отметки' },
  { value: 'cancelRest', label: 'Будут отмечены отменёнными' },
]
