using Gilde.Web.Jobs;

namespace Gilde.Web.Mail;

/// <summary>One mail to send, in the receiver's language already.</summary>
public sealed record MailMessage(string To, string Subject, string Text, string? Html = null)
{
    /// <summary>Where one POST without further questions ends mails of this kind (RFC 8058).</summary>
    public string? Unsubscribe { get; init; }
}

public static class Outbox
{
    public const string JobKind = "mail";

    /// <summary>Queues a mail in the unit of work.</summary>
    public static void Send(this GildeDb db, IClock clock, MailMessage mail, string? effectKey = null) => db.Enqueue(clock, JobKind, mail, effectKey);
}
