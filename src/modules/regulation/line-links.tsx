import type { RegulationLine } from '../../regulation/stored.ts'
import { SubNavigation } from '../../ui/frame.ts'

type OfLine = { readonly line: RegulationLine }

/** The line an address names by its code or its id; the first one where it names none. */
export const lineAsked = <Of extends OfLine>(all: readonly Of[], code: string | undefined): Of | undefined =>
  all.find(({ line }) => line.code === code || line.id === code) ?? all[0]

type Shown = { readonly all: readonly OfLine[]; readonly current: RegulationLine; readonly href: (code: string) => string }

/** Which of the Положения of the territory a page is about, with the way to the others; nothing where there is one. */
export const LineLinks = ({ all, current, href }: Shown) =>
  all.length < 2 ? null : (
    <SubNavigation
      label="Положения"
      links={all.map(({ line: { id, code, name } }) => ({ label: name, href: href(code), current: id === current.id }))}
    />
  )
