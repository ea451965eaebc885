import { shortDate } from '../../../kernel/dates.ts'
import type { Day } from '../../../kernel/types.ts'
import type { Basis } from '../../../regulation/cite.ts'
import type { ApplicationItem } from '../../../regulation/kinds.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { nb } from '../../../ui/content.ts'
import { Checkbox, Form, PeriodField, SelectField, TextArea, TextField } from '../../../ui/fields.ts'
import { Columns, Notice, Sheet } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { DirectionChoice } from '../call-queries.ts'
import type { Participant } from '../model.ts'
import { itemCaption } from '../wording.ts'
import { SaveButtons, SectionFrame, type SectionProps } from './section-frame.tsx'

const written = (day: Day | null) => (day === null ? '' : shortDate(day))

type ThemePageProps = SectionProps & {
  directions: readonly DirectionChoice[]
  basis: Basis | null
  /** Why the wanted term will not do; null when it will, or is not there yet. */
  objection: string | null
  /** The last day the regulation allows from the wanted first one. */
  longest: string | null
}

/** What the site will be about and for how long. (C-33) */
export function ThemePage(props: ThemePageProps) {
  const { territory, app, form, directions, objection, longest } = props
  const at = { territory: territory.code, application: app.id }
  const label = (code: string | null) => directions.find(({ value }) => value === code)?.label ?? ''
  return (
    <SectionFrame
      {...props}
      title="Тема и срок"
      more="О чём будет площадка и на какой срок вы просите статус."
      compared={[
        { name: 'theme', label: 'Тема площадки', stored: app.theme },
        ...(directions.length > 0 ? [{ name: 'direction', label: 'Направление', stored: label(app.direction) }] : []),
        { name: 'wantedFrom', label: 'Первый день', stored: written(app.wantedFrom) },
        { name: 'wantedTo', label: 'Последний день', stored: written(app.wantedTo) },
      ]}
    >
      <Columns kind="form">
        <Sheet>
          {objection && form === null && (
            <Notice tone="late" title="Такой срок не дадут">
              <p>{nb(objection)}</p>
            </Notice>
          )}
          <Form action={paths.applicationTheme(at)} version={props.save.version} guard autosave={paths.applicationTheme(at)}>
            <TextArea
              form={form}
              name="theme"
              label="Тема площадки"
              hint="Одной фразой: чему у вас будут учиться"
              initial={app.theme}
              rows={2}
            />
            {directions.length > 0 && (
              <SelectField
                form={form}
                name="direction"
                label="Направление"
                empty="Не выбрано"
                initial={app.direction ?? ''}
                choices={directions}
              />
            )}
            <PeriodField
              form={form}
              label="Срок статуса"
              hint={longest ?? undefined}
              from="wantedFrom"
              to="wantedTo"
              initialFrom={written(app.wantedFrom)}
              initialTo={written(app.wantedTo)}
            />
            <SaveButtons {...props} auto />
          </Form>
        </Sheet>
      </Columns>
    </SectionFrame>
  )
}

/** Who advises the site, or that nobody does. (R-A1) */
export function AdviserPage(props: SectionProps & { basis: Basis | null; regulation: Regulation }) {
  const { territory, app, form, regulation } = props
  const at = { territory: territory.code, application: app.id }
  return (
    <SectionFrame
      {...props}
      title={itemCaption(regulation, 'scientificAdviser', 'Научный руководитель')}
      more="Если научного руководителя нет, отметьте это: так тоже можно."
      compared={[
        { name: 'name', label: 'Фамилия, имя, отчество', stored: app.adviserName ?? '' },
        { name: 'post', label: 'Должность и место работы', stored: app.adviserPost ?? '' },
      ]}
    >
      <Columns kind="form">
        <Sheet>
          <Form action={paths.applicationAdviser(at)} version={props.save.version} guard autosave={paths.applicationAdviser(at)}>
            <TextField
              form={form}
              name="name"
              label="Фамилия, имя, отчество"
              initial={app.adviserName ?? ''}
              autoComplete="off"
            />
            <TextField
              form={form}
              name="post"
              label="Должность, учёная степень, место работы"
              initial={app.adviserPost ?? ''}
              autoComplete="off"
            />
            <Checkbox form={form} name="nobody" label="Научного руководителя нет" initial={app.adviserName === ''} />
            <SaveButtons {...props} auto />
          </Form>
        </Sheet>
      </Columns>
    </SectionFrame>
  )
}

type OrganisationPageProps = SectionProps & {
  basis: Basis | null
  regulation: Regulation
  participant: Participant
  /** Several organisations under one programme: each says what it does. */
  joint: boolean
}

type OrganisationField = { name: string; label: string; stored: string; rows?: number; hint?: string; type?: 'tel' | 'email' }

function OneField({ form, field }: { form: SectionProps['form']; field: OrganisationField }) {
  const { stored, rows, type, ...about } = field
  const common = { ...about, form, initial: stored }
  if (rows) return <TextArea {...common} rows={rows} />
  return <TextField {...common} type={type} width={type === 'tel' ? 20 : undefined} autoComplete="off" />
}

/** What the form asks of one organisation, filled in from the registers beforehand. (R-A1) */
export function OrganisationPage(props: OrganisationPageProps) {
  const { territory, app, form, regulation, participant: one, joint } = props
  const action = paths.applicationOrganisation({ territory: territory.code, application: app.id, organisation: one.id })
  const caption = (code: ApplicationItem, fallback: string) => itemCaption(regulation, code, fallback)
  const names: OrganisationField[] = [
    { name: 'charterName', label: caption('fullName', 'Полное название по уставу'), stored: one.charterName, rows: 3 },
    { name: 'legalAddress', label: caption('legalAddress', 'Юридический адрес'), stored: one.legalAddress },
  ]
  const contacts: OrganisationField[] = [
    { name: 'phone', label: 'Телефон', stored: one.phone, type: 'tel' },
    { name: 'fax', label: 'Факс', hint: 'Если есть', stored: one.fax, type: 'tel' },
    { name: 'email', label: 'Почта', stored: one.email, type: 'email' },
    { name: 'headName', label: caption('headOfOrganisation', 'Руководитель организации'), stored: one.headName },
    ...(joint ? [{ name: 'share', label: 'Что организация делает в общей программе', stored: one.share, rows: 3 }] : []),
  ]
  const shown = (fields: readonly OrganisationField[]) => fields.map((field) => <OneField form={form} field={field} />)
  return (
    <SectionFrame
      {...props}
      title={one.shortName}
      more="Взято из реестра. Поправьте, если в уставе написано иначе: реестр от этого не изменится."
      compared={[...names, ...contacts]}
    >
      <Columns kind="form">
        <Sheet>
          <Form action={action} version={props.save.version} guard autosave={action}>
            {shown(names)}
            <h2 class="govuk-heading-s">{nb(caption('contacts', 'Телефон, факс, почта'))}</h2>
            {shown(contacts)}
            <SaveButtons {...props} auto />
          </Form>
        </Sheet>
      </Columns>
    </SectionFrame>
  )
}
