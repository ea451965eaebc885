import { type AppointmentKind, appointmentKinds } from '../../regulation/kinds.ts'

export const isAppointmentKind = (kind: string): kind is AppointmentKind => (appointmentKinds as readonly string[]).includes(kind)
