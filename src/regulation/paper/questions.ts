import type { Regulation } from '../schema.ts'

/** How a deadline names local time here: «по Кемерову». */
export const localTimeOf = (regulation: Regulation | null | undefined): string | null => regulation?.localTime ?? null
