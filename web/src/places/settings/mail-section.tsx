import { useQuery } from '@tanstack/react-query';
import { mailQuery } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Loaded } from '../../ui/states.tsx';
import '../../styles/sending.css';
import { DigestGroup } from './digest-group.tsx';
import { MailForm } from './mail-form.tsx';
import { MailTest } from './mail-test.tsx';

/** The creditor's own mail server, and a real message to try it. */
export function MailSection() {
  const company = useCompany();
  const mail = useQuery(mailQuery(company.companyId));
  return (
    <div className="settings-form">
      <p className="soft measure">{t.settings.mail.lead}</p>
      <Loaded from={mail}>
        {(settings) => (
          <>
            <MailForm settings={settings} />
            <MailTest ready={settings !== null && settings.host !== ''} />
            <DigestGroup />
          </>
        )}
      </Loaded>
    </div>
  );
}
