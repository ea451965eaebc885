import { type Ctx, may } from '../../../authz/ctx.ts'
import { organisationKinds } from '../../../regulation/kinds.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Conflict } from '../../../ui/conflict.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { type FormState, valueOf } from '../../../ui/form-state.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import type { Organisation } from '../model.ts'
import { kindName } from '../texts.ts'

type OrganisationFormPageProps = {
  ctx: Ctx
  /** Null for a new one. */
  organisation: Organisation | null
  form: FormState | null
  conflict: boolean
}

const fields = [
  ['fullName', 'Полное название по уставу'],
  ['shortName', 'Краткое название'],
  ['documentName', 'Название в документах'],
  ['settlement', 'Населённый пункт'],
  ['address', 'Адрес'],
  ['phone', 'Телефон'],
  ['email', 'Почта'],
  ['website', 'Сайт'],
] as const

/** A new organisation, or corrections of one. */
export function OrganisationFormPage({ ctx, organisation, form, conflict }: OrganisationFormPageProps) {
  const territory = ctx.territory.code
  const at = organisation && { territory, organisation: organisation.id }
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.organisations({ territory }), label: 'Организации' },
          ...(at ? [{ href: paths.organisation(at), label: organisation.shortName }] : []),
        ]}
      />
      <ErrorSummary outcome="Сведения не сохранены" form={form} />
      {conflict && organisation && <Conflict what="сведения изменил кто-то ещё" fields={comparison(organisation, form)} />}
      <PageHead title={organisation ? 'Сведения об организации' : 'Новая организация'} />
      <Columns kind="form">
        <Sheet>
          <Form
            action={at ? paths.editOrganisation(at) : paths.newOrganisation({ territory })}
            version={organisation?.version}
            guard
          >
            <Fields ctx={ctx} organisation={organisation} form={form} />
            <ButtonGroup>
              <SubmitButton>{organisation ? 'Сохранить' : 'Внести в реестр'}</SubmitButton>
              <a class="govuk-link" href={at ? paths.organisation(at) : paths.organisations({ territory })}>
                Не сохранять
              </a>
            </ButtonGroup>
          </Form>
        </Sheet>
      </Columns>
    </>
  )
}

function Fields({ ctx, organisation, form }: Omit<OrganisationFormPageProps, 'conflict'>) {
  const keepsKind = organisation !== null && !may(ctx, 'organisation.register')
  const given = (name: (typeof fields)[number][0]) => ({ form, name, initial: organisation?.[name] ?? '' })
  return (
    <>
      {keepsKind ? (
        <input type="hidden" name="kind" value={organisation.kind} />
      ) : (
        <SelectField
          form={form}
          name="kind"
          label="Вид"
          empty={organisation ? undefined : 'Выберите'}
          initial={organisation?.kind}
          choices={organisationKinds.map((value) => ({ value, label: kindName(value) }))}
        />
      )}
      <TextField {...given('fullName')} label="Полное название по уставу" />
      <TextField {...given('shortName')} label="Краткое название" hint="Так организация названа в списках" />
      <TextField
        {...given('documentName')}
        label="Название в документах"
        hint="Так организация названа в приказах, например МОУ «Средняя общеобразовательная школа № 3». Пусто — полное название"
      />
      <TextField {...given('settlement')} label="Населённый пункт" hint="Например, с. Усть-Чебула. Можно оставить пустым" />
      <TextField {...given('address')} label="Адрес" hint="Можно оставить пустым" />
      <TextField {...given('phone')} label="Телефон" hint="Можно оставить пустым" type="tel" width={20} />
      <TextField {...given('email')} label="Почта" hint="Можно оставить пустым" type="email" width={30} />
      <TextField {...given('website')} label="Сайт" hint="Можно оставить пустым" type="url" width={30} />
    </>
  )
}

const comparison = (organisation: Organisation, form: FormState | null) =>
  fields.map(([name, label]) => ({ label, yours: valueOf(form, name), theirs: organisation[name] ?? '' }))
