using System.Text.RegularExpressions;
using Gilde.Web.Mail;

namespace Gilde.Web.Tests.Mail;

/// <summary>The mails that a server wrote as files, as their receiver reads them.</summary>
public static partial class Mailbox
{
    /// <summary>Waits for the newest mail to an address whose subject contains a word.</summary>
    public static Task<MailFile> MailTo(this GildeServer server, string to, string subject = "") =>
        Eventually.Get(() => Task.FromResult(server.MailsTo(to).FirstOrDefault(m => m.Subject.Contains(subject, StringComparison.OrdinalIgnoreCase))), $"mail to {to} about '{subject}'");

    public static IReadOnlyList<MailFile> MailsTo(this GildeServer server, string to)
    {
        try
        {
            return MailFile.List(server.Settings.MailFolder).Where(m => m.To.Contains(to, StringComparison.OrdinalIgnoreCase)).ToList();
        }
        catch (Exception error) when (error is IOException or FormatException)
        {
            // A mail is being written this moment.
            return [];
        }
    }

    /// <summary>The path of the first link of the mail that leads to <paramref name="start"/>.</summary>
    public static string Link(this MailFile mail, string start)
    {
        var found = Address().Matches(mail.Text).Select(m => new Uri(m.Value).PathAndQuery).FirstOrDefault(p => p.StartsWith(start, StringComparison.Ordinal));
        Assert.True(found is not null, $"No link to {start} in: {mail.Text}");
        return found;
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}
