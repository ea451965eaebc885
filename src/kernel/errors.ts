/** A text that the system or the database puts on its errors. */
function textOn(error: unknown, name: 'code' | 'syscall' | 'constraint'): string | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
  return typeof value === 'string' ? value : undefined
}

/** `EEXIST`, `57P03`; undefined when it is neither the system's error nor the database's. */
export const codeOf = (error: unknown): string | undefined => textOn(error, 'code')
/** In which call of the system it happened. */
export const syscallOf = (error: unknown): string | undefined => textOn(error, 'syscall')
/** Which constraint of the database refused. */
export const constraintOf = (error: unknown): string | undefined => textOn(error, 'constraint')
