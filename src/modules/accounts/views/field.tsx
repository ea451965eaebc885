import { errorOf, type FormState } from '../../../ui/form-state.ts'

type Given = {
  readonly name: string
  readonly label: string
  readonly type: 'email' | 'password'
  readonly autocomplete: 'username' | 'current-password' | 'new-password'
  readonly form: FormState | null
  readonly value?: string
  readonly hint?: string
  readonly readonly?: boolean
}

/** One line of an account's form: passwords and e-mails are typed as they are, without correction. */
export function AccountField({ name, label, type, autocomplete, form, value, hint, readonly }: Given) {
  const error = errorOf(form, name)
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  const shared = {
    class: `govuk-input${error ? ' govuk-input--error' : ''}`,
    id: name,
    name,
    autocomplete,
    autocapitalize: 'none',
    spellcheck: false,
    value,
    readonly,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? 'true' : undefined,
  } as const
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={name}>
        {label}
      </label>
      {hint && (
        <div class="govuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="govuk-error-message" id={`${name}-error`}>
          <span class="govuk-visually-hidden">Ошибка: </span>
          {error}
        </p>
      )}
      {type === 'email' ? <input {...shared} type="email" /> : <input {...shared} type="password" />}
    </div>
  )
}

/** All that has to be put right, above the form. */
export function AccountErrors({ form, title }: { form: FormState | null; title: string }) {
  if (!form || form.errors.length === 0) return null
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {form.errors.map(({ field, message }) => (
              <li key={field}>{field === '' ? message : <a href={`#${field}`}>{message}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
