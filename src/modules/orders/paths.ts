import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  offices: path('/t/:territory/offices'),
  office: path('/t/:territory/offices/:body'),
  officeOrganisation: path('/t/:territory/offices/:body/organisation'),
  orders: path('/t/:territory/orders'),
  newOrder: path('/t/:territory/orders/new'),
  order: path('/t/:territory/orders/:order'),
  editOrder: path('/t/:territory/orders/:order/edit'),
  orderSubmissions: path('/t/:territory/orders/:order/submissions'),
  orderWithdrawals: path('/t/:territory/orders/:order/withdrawals'),
  orderSendBacks: path('/t/:territory/orders/:order/send-backs'),
  orderSignatures: path('/t/:territory/orders/:order/signatures'),
  orderPublicForm: path('/t/:territory/orders/:order/public-form'),
  orderPublications: path('/t/:territory/orders/:order/publications'),
  orderDeletions: path('/t/:territory/orders/:order/deletions'),
  orderDocument: path('/t/:territory/orders/:order/document/:format'),
  orderAcquaintance: path('/t/:territory/orders/:order/acquaintance'),
  orderAcquaintanceDocument: path('/t/:territory/orders/:order/acquaintance/document/:format'),
  orderControl: path('/t/:territory/orders/:order/control'),
  orderControlDocument: path('/t/:territory/orders/:order/control/document/:format'),
  orderControlReminders: path('/t/:territory/orders/:order/control/reminders'),
  assignment: path('/t/:territory/assignments/:assignment'),
  assignmentReports: path('/t/:territory/assignments/:assignment/reports'),
  assignmentFile: path('/t/:territory/assignments/:assignment/files/:file'),
  assignmentDecisions: path('/t/:territory/assignments/:assignment/decisions'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    orders: true
  }
}

export const paths = open(own)
