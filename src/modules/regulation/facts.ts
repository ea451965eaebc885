import { about, type FactsOf, fact } from '../../history/facts.ts'
import { from, joined, quoted, text } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { entryOf } from '../../regulation/editor/entries.ts'
import { paths } from '../../web/paths.ts'

const ofClause = ({ number }: { number?: string | undefined }) => text(number)

export const facts = about(
  { group: 'regulation', href: (to) => paths.regulation(to) },
  {
    'regulation.lineNamed': fact<{ was: string; name: string }>({
      title: 'Положение в списках названо иначе',
      more: ({ was, name }) => joined(quoted(text(was)), quoted(text(name))),
    }),
    'regulation.drafted': fact<{ title: string; version: number }>({
      title: 'Внесён текст Положения',
      more: ({ title, version: edition }) => joined(text(title), edition ? `редакция ${edition}` : null),
    }),
    'regulation.ruleWritten': fact<{ rule: string }>({
      title: 'Проект Положения: записано правило',
      more: ({ rule }) => quoted(entryOf(String(rule))?.title),
    }),
    'regulation.clauseWritten': fact<{ number: string }>({ title: 'Проект Положения: изменён пункт', more: ofClause }),
    'regulation.clauseAdded': fact<{ number: string }>({ title: 'Проект Положения: добавлен пункт', more: ofClause }),
    'regulation.clauseRemoved': fact<{ number: string }>({ title: 'Проект Положения: убран пункт', more: ofClause }),
    'regulation.exceptionWritten': fact<{ rule: string }>({
      title: 'Проект Положения: записано исключение',
      more: ({ rule }) => quoted(entryOf(String(rule))?.title),
    }),
    'regulation.exceptionRemoved': fact<{ rule: string }>({
      title: 'Проект Положения: убрано исключение',
      more: ({ rule }) => quoted(entryOf(String(rule))?.title),
    }),
    'regulation.exampleWritten': fact<{ example: string }>({
      title: 'Проект Положения: записан пример',
      more: ({ example }) => text(example),
    }),
    'regulation.exampleRemoved': fact<{ example: string }>({
      title: 'Проект Положения: убран пример',
      more: ({ example }) => text(example),
    }),
    'regulation.paperPasted': fact<{ clauses: number }>({
      title: 'Проект Положения: внесён текст целиком',
      more: ({ clauses }) => (typeof clauses === 'number' ? `пунктов: ${clauses}` : null),
    }),
    'regulation.dropped': fact<{ version: number }>({
      title: 'Проект Положения убран',
      more: ({ version }) => (version ? `редакция ${version}` : null),
    }),
    'regulation.enteredIntoForce': fact<{ orderId: string; point: string; from: Day }>({
      title: 'Положение вступило в силу',
      more: ({ from: first }) => from(first),
      act: 'always',
    }),
    'regulation.ceased': fact<{ orderId: string; from: Day }>({
      title: 'Положение утратило силу',
      more: ({ from: first }) => from(first),
      act: 'always',
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
