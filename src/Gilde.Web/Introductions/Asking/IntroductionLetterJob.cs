using System.Text.Json;
using Gilde.Web.Accounts;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;

namespace Gilde.Web.Introductions.Asking;

public sealed record LetterToSend(long IntroductionId, string Token, string Email, Language Language);

/// <summary>Sends the mail to somebody outside. The address is in this job and in the mail, nowhere else; both are gone once the mail is.</summary>
public sealed class IntroductionLetterJob(GildeDb db, IClock clock, Letters letters) : IJobHandler
{
    public const string JobKind = "introduction-letter";

    public string Kind => JobKind;

    public static string JobKey(long id) => $"{JobKind}:{id}";

    public static string MailKey(long id) => $"introduction-outside:{id}";

    public async Task Run(string payload, CancellationToken stop)
    {
        var send = JsonSerializer.Deserialize<LetterToSend>(payload)!;
        if (!EmailAddress.TryParse(send.Email, out var email) || await db.OutsideLetter(Sessions.Hash(send.Token), clock.GetCurrentInstant(), stop) is not { } letter) return;
        // A member with this address who wants no dealings with one of the two gets nothing; nobody learns that either.
        if (await db.AccountOf(email, stop) is { } account && await db.HasBlocked(account.Id, [letter.RequesterId, letter.SenderId], stop)) return;
        db.Send(clock, Write(letter, send), MailKey(send.IntroductionId));
    }

    private MailMessage Write(OutsideView letter, LetterToSend send)
    {
        var t = Texts.In(send.Language);
        return letters.Write(new Letter(send.Language, send.Email, t["{0} would like to introduce somebody to you", letter.SenderName])
        {
            Name = letter.Name,
            Before = [t["{0} writes:", letter.SenderName], t["“{0}”", letter.Words], t["It is about this request of {0}:", letter.RequesterLine], t["“{0}”", letter.Wish]],
            Link = new(t["Read and answer"], "/introduced/" + send.Token),
            After = [t["You need no account. If you decline or do nothing, nothing about you is kept, and nobody is told. The link works until {0}.", ShownTime.Moment(t, DateTimeZoneProviders.Tzdb["Europe/Berlin"], letter.ExpiresAt)]],
        });
    }
}
