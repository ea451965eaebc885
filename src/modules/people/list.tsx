import { type Ctx, may } from '../../authz/ctx.ts'
import { capital, fullName, postWords } from '../../kernel/names.ts'
import { type Column, inFile, onPage, text } from '../../kit/list/columns.tsx'
import { oneKind, oneNamed } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { kindName } from '../../regulation/dictionary.ts'
import { nb, RowLink, Second } from '../../ui/content.ts'
import { ButtonLink, PageHead, SubNavigation } from '../../ui/frame.ts'
import { organisationsOfList } from '../organisations/choice-queries.ts'
import { paths } from './paths.ts'
import { type PersonLine, peopleAsOf } from './queries.ts'

const postCell = ({ posts }: PersonLine) =>
  posts.length === 0
    ? 'не записана'
    : posts.map((post) => (
        <>
          {nb(postWords(post))}
          <Second>{post.organisation}</Second>
        </>
      ))

/** Telephone and mail are in the file only for those who may see them of everybody. */
const contacts: readonly Column<PersonLine>[] = [
  text('Телефон', (line) => line.phone, inFile),
  text('Почта', (line) => line.email, inFile),
]

const columnsOf = (ctx: Ctx): Column<PersonLine>[] => [
  onPage('Человек', (line) => (
    <RowLink href={paths.person({ territory: ctx.territory.code, person: line.id })} name={fullName(line)} />
  )),
  text('Фамилия', (line) => line.familyName, inFile),
  text('Имя', (line) => line.givenName, inFile),
  text('Отчество', (line) => line.patronymic, inFile),
  onPage('Должность', postCell),
  text('Должности', (line) => line.posts.map((one) => postWords(one)).join('; '), inFile),
  text('Организации', (line) => line.posts.map((one) => one.organisation).join('; '), inFile),
  text(
    'Категория',
    ({ category }) => category && kindName(ctx.territory, 'category', category),
    ({ category }) => (category ? capital(kindName(ctx.territory, 'category', category)) : 'нет'),
  ),
  ...(may(ctx, 'person.viewContacts') ? contacts : []),
]

/** Everyone of the territory with the posts held on a day. */
export const peopleList = list({
  path: paths.people,
  permits: 'person.view',
  title: 'Люди',
  section: 'organisations',
  name: 'lyudi',
  nouns: ['человек', 'человека', 'человек'],
  search: 'Фамилия, имя, отчество',
  asOf: { hint: 'Покажем должности и категории на этот день' },
  filters: {
    organisation: oneNamed({ label: 'Организация', empty: 'Любая', choices: organisationsOfList }),
    post: oneKind('post', { label: 'Должность', empty: 'Любая' }),
    category: oneKind('category', {
      ...{ label: 'Категория', empty: 'Любая' },
      more: [{ value: 'none', label: 'Без категории' }],
    }),
  },
  even: true,
  rows: ({ ctx, tx }, query) => peopleAsOf(tx, ctx, query),
  columns: ({ ctx }) => columnsOf(ctx),
  empty: () => ({ title: 'Людей ещё не записали', text: 'Здесь будут все, кто работает в организациях территории.' }),
  nothing: {
    title: 'Никто не нашлся',
    text: 'Проверьте фамилию, снимите условия или выберите другую дату.',
    all: 'Показать всех',
  },
  head: ({ where: { ctx } }) => {
    const at = { territory: ctx.territory.code }
    const mayRegister = may(ctx, 'person.register', {
      territoryId: ctx.territory.id,
      organisationIds: ctx.actor.headsOrganisations,
    })
    return (
      <>
        <PageHead
          title="Люди и организации"
          actions={mayRegister && <ButtonLink href={paths.newPerson(at)}>Записать человека</ButtonLink>}
        />
        <SubNavigation
          label="Люди и организации"
          links={[
            { href: paths.organisations(at), label: 'Организации' },
            { href: paths.people(at), label: 'Люди', current: true },
          ]}
        />
      </>
    )
  },
})
