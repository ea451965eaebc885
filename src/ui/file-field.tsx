import { describedBy, type FieldProps, FormGroup, messageOf, useFieldId } from './field.tsx'

type FileFieldProps = Omit<FieldProps, 'initial'> & {
  /** Endings the browser offers: «.docx,.pdf». */ accept?: string
  multiple?: boolean
  /** Bytes of one file: a larger one is refused before it goes, where there are scripts. */ most?: number
  /** What to do with a larger one instead. */ instead?: string
}

/** A file. What may be attached and how large is said in the hint; the form needs `files`. */
export function FileField({ form, name, label, hint, accept, multiple, most, instead }: FileFieldProps) {
  const id = useFieldId(name)
  const error = messageOf(form, name)
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <input
        class={`govuk-file-upload${error ? ' govuk-file-upload--error' : ''}`}
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        data-most={most}
        data-instead={instead}
        {...describedBy(id, hint, error)}
      />
    </FormGroup>
  )
}
