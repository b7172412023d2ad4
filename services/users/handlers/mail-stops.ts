import type { usersContract } from '../../../shared/contract/generated/users.operations.ts'
import type { Handlers } from '../../../shared/contract/implement.ts'
import { Refusal } from '../../../shared/errors.ts'
import { stoppedPage, stopQuestionPage } from '../mail/stop-page.ts'
import type { Needs } from './needs.ts'

type Operations = 'getMailStopPage' | 'stopMails'

/** What people do about the mails to them without logging in. */
export function mailStopHandlers ({ repository: { mailStops } }: Pick<Needs, 'repository'>): Pick<Handlers<typeof usersContract>, Operations> {
  return {
    async getMailStopPage ({ params: { token } }) {
      if (!await mailStops.isGood(token)) throw noSuchStop()
      return stopQuestionPage
    },

    async stopMails ({ params: { token } }) {
      if (!await mailStops.stop(token)) throw noSuchStop()
      return stoppedPage
    }
  }
}

function noSuchStop (): Refusal {
  return new Refusal('mail_stop.not_found', 'This link is not one of ours, or has expired. Use the link of a newer mail.')
}
