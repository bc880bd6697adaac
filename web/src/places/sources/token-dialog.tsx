import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.sources.token;

function Copied({ label, value }: { label: string; value: string }) {
  const say = useSay();
  return (
    <div className="stack-tight">
      <div className="row-between">
        <span className="field-label">{label}</span>
        <Button
          small
          kind="quiet"
          aria-label={`${text.copy} : ${label}`}
          onClick={() => void navigator.clipboard.writeText(value).then(() => say(text.copied))}
        >
          {text.copy}
        </Button>
      </div>
      <code className="code-line">{value}</code>
    </div>
  );
}

/** The token of a push source, the only time it is shown, and the line that sends a file with it. */
export function TokenDialog({ token, renewed, onClose }: { token: string; renewed: boolean; onClose: () => void }) {
  const curl = `curl -H 'Authorization: Bearer ${token}' -F 'file=@releve.xml' ${location.origin}/api/push`;
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      foot={
        <Button kind="primary" onClick={onClose}>
          {text.done}
        </Button>
      }
    >
      {renewed && <p>{text.renewed}</p>}
      <p>{text.text}</p>
      <Copied label={text.label} value={token} />
      <Copied label={text.curl} value={curl} />
    </Dialog>
  );
}
