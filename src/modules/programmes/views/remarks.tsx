import { nb } from '../../../ui/content.ts'
import { Notice } from '../../../ui/frame.ts'
import type { Part } from '../model.ts'
import type { ProgrammeOnPage } from '../sheet.ts'
import { namedParts } from '../wording.ts'

/** Remarks the application came back with: those at one part of the programme, or all of them. */
export function Remarks({ sheet, part }: { sheet: ProgrammeOnPage; part?: Part }) {
  const own = sheet.remarks.filter(({ section }) => part === undefined || partOf(section) === part)
  if (own.length === 0) return null
  return (
    <Notice tone="late" title={part === undefined ? 'Замечания к программе' : 'Замечания к этой части'}>
      {own.map(({ section, text, madeByName }) => (
        <p class="pl-pre">{nb(`${placeOf(sheet, section, part)}${text} (${madeByName})`)}</p>
      ))}
    </Notice>
  )
}

const partOf = (section: string): string | undefined => {
  const [, part] = section.split('.')
  return part === 'topic' ? 'topics' : part
}

/** «Тема 2: » or the name of the part; nothing for the programme as a whole and for the part the reader is at. */
function placeOf({ content, owner: { regulation } }: ProgrammeOnPage, section: string, here: Part | undefined): string {
  const [, part, topic] = section.split('.')
  if (part !== undefined && part === here) return ''
  const index = content.topics.findIndex(({ id }) => id === topic)
  if (index >= 0) return `Тема ${index + 1}: `
  const named = namedParts(regulation).find(({ code }) => code === part)
  return named ? `${named.name}: ` : ''
}
