import type { Ctx } from '../../../authz/ctx.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import { onlyOf } from '../../../kernel/lists.ts'
import { fullName } from '../../../kernel/names.ts'
import type { workDirections } from '../../../regulation/work/questions.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import {
  Checkboxes,
  DateField,
  Form,
  type FormState,
  type FoundRows,
  Radios,
  RegisterField,
  SearchForm,
  TextField,
  valueOf,
} from '../../../ui/fields.ts'
import { Breadcrumbs, Empty, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { type FoundPerson, mostNamed } from '../expert-queries.ts'
import type { Expert } from '../model.ts'

type NewExpertProps = {
  ctx: Ctx
  directions: ReturnType<typeof workDirections>
  q: string
  found: readonly FoundPerson[]
  organisations: FoundRows
  /** Where the one who is found works. */
  employer: string
  form: FormState | null
}

/** Taking somebody into the pool: first the person is found by name, then where they work and what they read is said. */
export function NewExpertPage({ ctx, directions, q, found, organisations, employer, form }: NewExpertProps) {
  const at = { territory: ctx.territory.code }
  const free = found.slice(0, mostNamed).filter(({ isExpert }) => !isExpert)
  const chosen = valueOf(form, 'personId', onlyOf(free)?.id ?? '')
  return (
    <>
      <Breadcrumbs links={[{ href: paths.experts(at), label: 'Эксперты' }]} />
      <ErrorSummary outcome="Эксперт не добавлен" form={form} />
      <PageHead title="Новый эксперт" more="Найдите человека по имени, потом укажите, где он работает." />
      <Stack>
        <Sheet title="Человек">
          <SearchForm id="q" action={paths.newExpert(at)} label="Фамилия, имя или отчество" value={q} />
          {q !== '' && found.length === 0 && (
            <Empty picture="two" title="Никого не нашли">
              <p>
                {nb('Проверьте, как написана фамилия, или ')}
                <TextLink href={paths.newPerson(at)}>запишите нового человека</TextLink>.
              </p>
            </Empty>
          )}
          {found.length > mostNamed && <p>{nb(`Показаны первые ${mostNamed}: допишите имя и отчество, чтобы найти точнее.`)}</p>}
          {found.length > 0 && free.length === 0 && <p>{nb('Все, кого нашли, уже в числе экспертов.')}</p>}
        </Sheet>
        {free.length > 0 && (
          <Sheet title="Эксперт">
            <Form action={paths.newExpert(at, { q })} guard label="Новый эксперт">
              <Radios
                form={form}
                name="personId"
                label="Кто"
                initial={chosen}
                choices={free.map((person) => ({
                  value: person.id,
                  label: fullName(person),
                  hint: [person.post, person.organisation].filter((part) => part).join(', ') || undefined,
                }))}
              />
              <RegisterField
                form={form}
                name="employerOrganisationId"
                label="Место работы"
                hint="Если организации в списке нет, оставьте пустым и впишите ниже"
                initial={employer}
                empty="Нет в списке"
                found={organisations}
              />
              <TextField form={form} name="employer" label="Другое место работы" hint="Название полностью" />
              {directions.length > 0 && (
                <Checkboxes
                  form={form}
                  name="directions[]"
                  label="Направления"
                  hint="Не отмечайте ничего, если читает любые заявки"
                  choices={directions.map(({ code, label }) => ({ value: code, label }))}
                />
              )}
              <DateField form={form} name="startsOn" label="Первый день" initial={shortDate(ctx.today)} />
              <SubmitButton>Добавить эксперта</SubmitButton>
            </Form>
          </Sheet>
        )}
      </Stack>
    </>
  )
}

/** The last day of somebody's membership of the pool. */
export function EndExpertPage({ ctx, expert, form }: { ctx: Ctx; expert: Expert; form: FormState | null }) {
  const at = { territory: ctx.territory.code, expert: expert.id }
  return (
    <>
      <Breadcrumbs links={[{ href: paths.experts(at), label: 'Эксперты' }]} />
      <ErrorSummary outcome="Не записано" form={form} />
      <PageHead title={`Вывести из числа экспертов: ${expert.name}`} more={`Эксперт с ${longDate(expert.startsOn)}`} />
      <Sheet>
        <Form action={paths.expertEnd(at)} label="Последний день">
          <DateField form={form} name="endsOn" label="Последний день" initial={shortDate(ctx.today)} />
          <SubmitButton>Записать последний день</SubmitButton>
        </Form>
      </Sheet>
    </>
  )
}
