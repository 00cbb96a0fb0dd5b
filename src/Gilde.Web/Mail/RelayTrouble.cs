using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Gilde.Web.Mail;

/// <summary>A relay did not take a mail: a sentence for the operator, which names the setting to look at.</summary>
public sealed class RelayTrouble(MailRelay relay, Exception cause) : Exception(Sentence(relay, cause), cause)
{
    private static string Sentence(MailRelay relay, Exception cause)
    {
        var place = $"{relay.Host}:{relay.Port}";
        if (cause is not SmtpException error) return $"mail:relay, mail:port: {place} did not answer in time.";
        if (Cause<AuthenticationException>(error) is { } untrusted)
            return $"mail:relay: the certificate of {place} is not trusted, so nothing was sent ({untrusted.Message}) It must be valid for this name and come from an authority that this machine trusts. A relay on the same machine may go without: set mail:plain to true.";
        if (Cause<SocketException>(error) is { } unreachable)
            return $"mail:relay, mail:port: no connection to {place} ({unreachable.Message}).";
        if (error.StatusCode is SmtpStatusCode.MustIssueStartTlsFirst && relay.User is not null)
            return $"mail:user, mail:password: {place} did not take the login ({error.Message})";
        if (error.StatusCode is SmtpStatusCode.MustIssueStartTlsFirst)
            return $"mail:user, mail:plain: {place} asks for a login or for encryption ({error.Message})";
        if (relay.StartTls && error is not SmtpFailedRecipientException && error.StatusCode is SmtpStatusCode.GeneralFailure)
            return $"mail:relay: {place} offers no STARTTLS, so nothing was sent ({error.Message}) A relay on the same machine may go without: set mail:plain to true.";
        return $"mail:relay: {place} did not take the mail ({error.Message})";
    }

    private static T? Cause<T>(Exception? error) where T : Exception
    {
        for (; error is not null; error = error.InnerException)
            if (error is T found) return found;
        return null;
    }
}
