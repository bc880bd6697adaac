import { isPostal, type MessageView, type WrittenChannel } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { messageQuery } from '../../api/queries.ts';
import { shortDay } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Facts, Reasons } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/states.tsx';
import '../../styles/sending.css';

const text = t.sending.message;

/**
 * The message as it would be read. The frame has no right at all (no script, no form, no navigation, an origin of its
 * own) and our security policy holds inside it too, so a remote image or a hostile name in a template does nothing.
 */
function Preview({ message }: { message: MessageView }) {
  const [plain, setPlain] = useState(false);
  if (isPostal(message.channel)) {
    const pdf = `/api/messages/${message.actionId}/letter.pdf`;
    return (
      <section className="stack-tight">
        <div className="row-between">
          <h3>{text.previewLetter}</h3>
          <a href={pdf} target="_blank" rel="noreferrer">
            {text.letterPdf}
          </a>
        </div>
        {message.text && <pre className="mail-text">{message.text}</pre>}
      </section>
    );
  }
  return (
    <section className="stack-tight">
      <div className="row-between">
        <h3>{text.preview}</h3>
        <Button kind="quiet" small onClick={() => setPlain(!plain)}>
          {plain ? text.asHtml : text.asText}
        </Button>
      </div>
      {plain ? (
        <pre className="mail-text">{message.text}</pre>
      ) : (
        <iframe className="mail-frame" title={text.preview} sandbox="" srcDoc={message.html} />
      )}
    </section>
  );
}

function Attachments({ message }: { message: MessageView }) {
  if (message.attachments.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{text.attachments}</h3>
      <ul className="attachments">
        {message.attachments.map((file) => (
          <li key={file.href}>
            <a href={file.href} target="_blank" rel="noreferrer" className="wrap-anywhere">
              {file.name}
            </a>{' '}
            <span className="small soft">{text.bytes(Math.max(1, Math.round(file.bytes / 1024)))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One message, whole: to whom, why, what it says, what is attached. */
export function MessagePanel({
  actionId,
  channel,
  onClose,
}: {
  actionId: string;
  channel: WrittenChannel;
  onClose: () => void;
}) {
  const message = useQuery(messageQuery(actionId, channel));
  return (
    <Dialog shape="panel" title={isPostal(channel) ? text.letter : text.title} onClose={onClose}>
      <Loaded from={message} lines={10}>
        {(data) => (
          <>
            <div className="stack-tight">
              <h3 className="wrap-anywhere">{data.debtorName}</h3>
              <Facts
                rows={[
                  [text.to, data.recipient ?? (isPostal(channel) ? text.byPost : t.sending.plan.noRecipient)],
                  [text.subject, <strong key="subject">{data.subject}</strong>],
                  [text.state, t.words.messageState[data.state]],
                  [text.on, shortDay(data.decidedOn)],
                  data.serverAnswer ? [text.answer, data.serverAnswer] : null,
                  data.messageId
                    ? [
                        text.messageId,
                        <span key="id" className="small soft">
                          {data.messageId}
                        </span>,
                      ]
                    : null,
                ]}
              />
            </div>
            <Preview message={data} />
            <Attachments message={data} />
            {data.reasons.length > 0 && (
              <section className="stack-tight">
                <h3>{text.why}</h3>
                <Reasons reasons={data.reasons} />
              </section>
            )}
            <p>
              <Link to="/dossiers/$caseId" params={{ caseId: data.caseId }}>
                {text.openCase}
              </Link>
            </p>
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
