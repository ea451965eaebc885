import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  meetings: path('/t/:territory/meetings'),
  newMeeting: path('/t/:territory/meetings/new'),
  meeting: path('/t/:territory/meetings/:meeting'),
  meetingEdit: path('/t/:territory/meetings/:meeting/edit'),
  meetingGuests: path('/t/:territory/meetings/:meeting/guests'),
  meetingComing: path('/t/:territory/meetings/:meeting/coming'),
  meetingNotComing: path('/t/:territory/meetings/:meeting/not-coming'),
  meetingCancel: path('/t/:territory/meetings/:meeting/cancel'),
  meetingAttendance: path('/t/:territory/meetings/:meeting/attendance'),
  meetingChair: path('/t/:territory/meetings/:meeting/chair'),
  meetingHeard: path('/t/:territory/meetings/:meeting/heard'),
  meetingItems: path('/t/:territory/meetings/:meeting/items'),
  meetingDecisions: path('/t/:territory/meetings/:meeting/decisions'),
  meetingDropped: path('/t/:territory/meetings/:meeting/decisions/dropped'),
  meetingPaper: path('/t/:territory/meetings/:meeting/invitation/:format'),
  meetingMinutes: path('/t/:territory/meetings/:meeting/minutes/:format'),
  meetingExtract: path('/t/:territory/meetings/:meeting/extracts/:decision/:format'),
  meetingSignature: path('/t/:territory/meetings/:meeting/signature'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    meetings: true
  }
}

export const paths = open(own)
