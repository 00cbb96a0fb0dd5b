using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Gilde.Web.Jobs;
using Gilde.Web.Setup;

namespace Gilde.Web.Mail;

/// <summary>Hands mails to the relay, or without one writes them as .eml files into the data folder.</summary>
public sealed class SendMail(Settings settings, TheNetwork network) : IJobHandler
{
    public string Kind => Outbox.JobKind;

    /// <summary>So long the relay may take for one mail. The client's own limit does not hold for sending in the background.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(1);

    public async Task Run(string payload, CancellationToken stop)
    {
        var mail = JsonSerializer.Deserialize<MailMessage>(payload) ?? throw new InvalidOperationException("Empty mail.");
        using var message = Build(mail);
        using var client = Client();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(Patience);
        try
        {
            // Waits no longer even where breaking off takes its time, as while connecting.
            await client.SendMailAsync(message, deadline.Token).WaitAsync(deadline.Token);
        }
        catch (Exception) when (settings.Relay is { } relay && deadline.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new RelayTrouble(relay, new TimeoutException());
        }
        catch (SmtpException error) when (settings.Relay is { } relay)
        {
            throw new RelayTrouble(relay, error);
        }
    }

    private System.Net.Mail.MailMessage Build(MailMessage mail)
    {
        var message = new System.Net.Mail.MailMessage(new MailAddress(settings.MailFrom, network.Face.Name), new MailAddress(mail.To))
        {
            Subject = mail.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.Unsubscribe is { } address)
        {
            message.Headers.Add("List-Unsubscribe", $"<{address}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (mail.Html is not null) message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }

    private SmtpClient Client()
    {
        if (settings.Relay is { } relay)
            return new SmtpClient(relay.Host, relay.Port)
            {
                EnableSsl = relay.StartTls,
                Credentials = relay.User is null ? null : new NetworkCredential(relay.User, relay.Password),
            };
        Directory.CreateDirectory(settings.MailFolder);
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = settings.MailFolder };
    }
}
