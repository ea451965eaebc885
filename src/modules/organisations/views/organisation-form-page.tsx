import { type Ctx, may } from '../../../authz/ctx.ts'
import { written } from '../../../kit/form/fields.ts'
import { namingRows } from '../../../kit/form/naming.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import { kindChoices } from '../../../regulation/dictionary.ts'
import { Alike, Checkbox, errorOf, type FormState, valueOf } from '../../../ui/fields.ts'
import { paths } from '../../../web/paths.ts'
import { organisationFields, renamingFields } from '../forms.ts'
import type { OrganisationAlike } from '../likeness-queries.ts'
import type { Organisation } from '../model.ts'

type OrganisationFormPageProps = {
  ctx: Ctx
  /** Null for a new one. */
  organisation: Organisation | null
  form: FormState | null
  conflict: boolean
  /** Those of the register whose name is alike. */
  alike: readonly OrganisationAlike[]
  /** Whether it was called otherwise before. */
  hasChanged?: boolean
}

/** A new organisation, or corrections of one. */
export function OrganisationFormPage({
  ctx,
  organisation,
  form,
  conflict,
  alike,
  hasChanged = false,
}: OrganisationFormPageProps) {
  const territory = ctx.territory.code
  const at = organisation && { territory, organisation: organisation.id }
  const begins = written(organisationFields, organisation ?? {})
  const { kind, ...others } = organisationFields
  const asksAnother = errorOf(form, 'another') !== undefined || valueOf(form, 'another') === 'yes'
  const keepsKind = organisation !== null && !may(ctx, 'organisation.register')
  return (
    <FormPage
      way={[
        { href: paths.organisations({ territory }), label: 'Организации' },
        ...(at ? [{ href: paths.organisation(at), label: organisation.shortName }] : []),
      ]}
      title={organisation ? 'Сведения об организации' : 'Новая организация'}
      outcome="Сведения не сохранены"
      form={form}
      conflict={conflict && { of: organisationFields, theirs: begins }}
      action={at ? paths.editOrganisation(at) : paths.newOrganisation({ territory })}
      version={organisation?.version}
      button={organisation ? 'Сохранить' : 'Внести в реестр'}
      leave={{ href: at ? paths.organisation(at) : paths.organisations({ territory }), label: 'Не сохранять' }}
    >
      {keepsKind && <input type="hidden" name="kind" value={organisation.kind} />}
      <FormFields
        of={keepsKind ? others : { kind, ...others }}
        form={form}
        begins={begins}
        rows={{ kind: kindChoices(ctx.territory, 'organisation', organisation?.kind) }}
      />
      {asksAnother && (
        <>
          <Alike
            question="Это та же организация?"
            typed={[valueOf(form, 'shortName'), valueOf(form, 'settlement')].filter((part) => part !== '').join(', ')}
            alike={alike.map(({ id, label }) => ({ label, href: paths.organisation({ territory, organisation: id }) }))}
          />
          <Checkbox form={form} name="another" label="Это другая организация, просто название похоже" />
        </>
      )}
      {organisation && <FormFields of={renamingFields} form={form} rows={namingRows(hasChanged)} />}
    </FormPage>
  )
}
