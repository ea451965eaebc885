import { roleNames } from '../../authz/roles.ts'
import { about, type FactsOf, fact } from '../../history/facts.ts'
import { day, from, joined, last, named, period, text } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { toldOf } from '../../kit/form/fields.ts'
import { kindName } from '../../regulation/dictionary.ts'
import { paths } from '../../web/paths.ts'
import { personFields } from './forms.ts'

const fieldNames = toldOf(personFields)
type OfPost = { postId: string; title: string; organisationId: string; organisation: string }

export const facts = about(
  { group: 'people', href: (to, { subjectId }) => paths.person({ ...to, person: subjectId }) },
  {
    'person.registered': fact<{ name: string }>({ title: 'Человек записан', more: ({ name }) => text(name) }),
    'person.changed': fact<{ name: string; before: string; fields: readonly string[] }>({
      title: 'Сведения о человеке исправлены',
      more: ({ name, fields = [] }) => joined(text(name), ...fields.map((one) => named(fieldNames, one))),
    }),
    'person.renamed': fact<{ name: string; before: string; since: Day }>({
      title: 'Имя человека сменилось',
      more: ({ name, before, since }) => joined(text(name), from(since), before ? `прежде ${before}` : null),
    }),
    'person.renamedOn': fact<{ name: string; was: Day; since: Day }>({
      title: 'День смены имени человека исправлен',
      more: ({ name, was, since }) => joined(text(name), from(since), day(was) && `прежде ${day(was)}`),
    }),
    'post.taken': fact<OfPost & { from: Day; to: Day | null }>({
      title: 'Должность занята',
      more: ({ title, organisation, from: first, to }) => joined(text(title), text(organisation), period(first, to)),
    }),
    'post.left': fact<OfPost & { on: Day }>({
      title: 'Должность оставлена',
      more: ({ title, organisation, on }) => joined(text(title), text(organisation), last(on)),
    }),
    'qualification.recorded': fact<{ category: string; name?: string; from: Day; to: Day | null }>({
      title: 'Записана категория',
      more: ({ category, name, from: first, to }) =>
        joined(text(name ?? (category && kindName(null, 'category', category))), period(first, to)),
    }),
    'achievement.recorded': fact<{ title: string; direction: string | null; on: Day | null }>({
      title: 'Записано достижение',
      more: ({ title, on }) => joined(text(title), day(on)),
    }),
    'role.granted': fact<{ role: string; from: Day; to: Day | null }>({
      title: 'Дана роль',
      more: ({ role, from: first, to }) => joined(named(roleNames, role), period(first, to)),
    }),
    'role.ended': fact<{ role: string; on: Day }>({
      title: 'Роль закончена',
      more: ({ role, on }) => joined(named(roleNames, role), last(on)),
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
