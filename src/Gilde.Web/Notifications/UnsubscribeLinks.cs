using System.Globalization;
using System.Security.Cryptography;
using Gilde.Web.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Gilde.Web.Notifications;

/// <summary>What one wants no more mail about: a topic, or a whole digest.</summary>
public sealed record Unsubscription(long MemberId, NotificationTopic? Topic, DigestPeriod? Digest);

/// <summary>
/// The addresses at the foot of mails under which one gets no more of them (RFC 8058). The token is sealed with the server's keys: it tells nobody who or what,
/// nobody can make one, and it works for as long as the mail lies in a mailbox.
/// </summary>
public sealed class UnsubscribeLinks(IDataProtectionProvider protection)
{
    public const string Start = "/unsubscribe/";
    private const char Mark = '.';
    private readonly IDataProtector protector = protection.CreateProtector("Gilde.Unsubscribe");

    public LetterLink For(Viewer viewer, NotificationTopic topic) => new(viewer.T["No more mails about “{0}”", NotificationWords.Topic(viewer.T, topic).Label], Path(viewer.Id, 't', (int)topic));

    public LetterLink For(Viewer viewer, DigestPeriod period) => new(viewer.T["No more of these mails"], Path(viewer.Id, 'd', (int)period));

    public Unsubscription? Read(string token)
    {
        try
        {
            return Encoding.Parse(protector.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private string Path(long member, char what, int number) => Start + WebEncoders.Base64UrlEncode(protector.Protect(Encoding.Bytes(member, what, number)));

    private static class Encoding
    {
        public static byte[] Bytes(long member, char what, int number) => System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{what}{number}{Mark}{member}"));

        public static Unsubscription? Parse(byte[] bytes)
        {
            var text = System.Text.Encoding.ASCII.GetString(bytes);
            if (text[1..].Split(Mark) is not [var number, var member]) return null;
            var (chosen, id) = (int.Parse(number, CultureInfo.InvariantCulture), long.Parse(member, CultureInfo.InvariantCulture));
            return text[0] == 't' ? new(id, (NotificationTopic)chosen, null) : new(id, null, (DigestPeriod)chosen);
        }
    }
}
