import { column, document, gap, heading, p, paragraphs, section, signature, table } from '../../documents/build.ts'
import type { Doc } from '../../documents/model.ts'
import { longDate, longPeriod, shortPeriod } from '../../kernel/dates.ts'
import { asSigned } from '../../kernel/names.ts'
import { directionLabel } from '../../regulation/work/questions.ts'
import type { OpenGroup } from './case.ts'

/** The group on paper: its theme, its members, and what came of it once it is over. (L-31g) */
export function groupDocument({ one, site, members }: OpenGroup): Doc {
  const title = 'Временная рабочая группа'
  const leader = members.find(({ personId }) => personId === one.leaderId)?.person ?? ''
  return document({ title: `${title}: ${one.theme}`, date: one.closedOn ?? one.startsOn }, [
    section([
      heading(1, title),
      p(`«${one.theme}»`, { align: 'center' }),
      p(`${site.fullNames.join(', ')}, ${longPeriod({ from: one.startsOn, to: one.endsOn })}`, { align: 'center' }),
      gap(),
      ...(one.direction === null ? [] : [p(`Направление работы: ${directionLabel(site.regulation, one.direction)}`)]),
      heading(2, 'Задача группы'),
      ...paragraphs(one.task),
      heading(2, 'Состав группы'),
      table(
        [column('№', 1), column('Фамилия, инициалы', 5), column('Должность', 8), column('В группе', 5)],
        members.map((member, n) => [
          String(n + 1),
          member.personId === one.leaderId ? `${member.person}, руководитель группы` : member.person,
          member.post ?? '',
          shortPeriod({ from: member.startsOn, to: member.endsOn ?? one.closedOn ?? one.endsOn }),
        ]),
      ),
      ...(one.result === null || one.closedOn === null
        ? []
        : [
            heading(2, 'Результат'),
            ...paragraphs(one.result),
            ...(one.resultLink === null ? [] : [p(one.resultLink, { align: 'left' })]),
            p(`Группа закончила работу ${longDate(one.closedOn)}.`),
          ]),
      gap(),
      signature('Руководитель группы', asSigned(leader), { line: true }),
    ]),
  ])
}
