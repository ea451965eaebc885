import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { errorOf, type FormState } from './form-state.ts'
import { Icon } from './icon.tsx'
import { nb } from './nb.ts'

/** What every field is given. `name` is the name sent; its error is looked up without a final `[]`. */
export type FieldProps = {
  readonly form?: FormState | null
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly initial?: string
}

export const fieldId = (name: string): string => `f-${name.replace(/\[\]$/, '').replaceAll(/[^\w-]+/g, '-')}`

/** What the ids of a form end in where several of one page ask for the same; of the one that was refused nothing, so that its errors lead to it. */
export const FormScope = createContext('')
/** The id of a field in the form it stands in. */
export const useFieldId = (name: string): string => `${fieldId(name)}${useContext(FormScope)}`

export const messageOf = (form: FormState | null | undefined, name: string): string | undefined =>
  errorOf(form, name) ?? errorOf(form, name.replace(/\[\]$/, ''))

/** Attributes that tie a control to its hint and its error. */
export function describedBy(id: string, hint: unknown, error: string | undefined) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? ('true' as const) : undefined }
}

export function FieldHint({ id, hint }: { id: string; hint: ComponentChildren }) {
  return hint ? (
    <div class="govuk-hint" id={`${id}-hint`}>
      {typeof hint === 'string' ? nb(hint) : hint}
    </div>
  ) : null
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p class="govuk-error-message" id={`${id}-error`}>
      <Icon name="late" />
      <span>
        <span class="govuk-visually-hidden">Ошибка: </span>
        {nb(error)}
      </span>
    </p>
  ) : null
}

export const groupClass = (error: string | undefined): string => `govuk-form-group${error ? ' govuk-form-group--error' : ''}`

type GroupProps = { id: string; label: string; hint?: ComponentChildren; error: string | undefined; children: ComponentChildren }

/** One control with its label, hint and error, in the order they are read aloud. */
export function FormGroup({ id, label, hint, error, children }: GroupProps) {
  return (
    <div class={groupClass(error)}>
      <label class="govuk-label" for={id}>
        {nb(label)}
      </label>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </div>
  )
}

/** Several controls under one question. */
export function FieldsetGroup({ id, label, hint, error, children }: GroupProps) {
  return (
    <div class={groupClass(error)}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, hint, error)['aria-describedby']}>
        <legend class="govuk-fieldset__legend">{nb(label)}</legend>
        <FieldHint id={id} hint={hint} />
        <FieldError id={id} error={error} />
        {children}
      </fieldset>
    </div>
  )
}
