using System.Buffers.Text;
using System.Security.Cryptography;

namespace Gilde.Web.Contacts;

/// <summary>The address behind the viewer's QR code: who has it may ask as somebody met in person, until the viewer makes a new one.</summary>
public sealed class OwnCardLink(GildeDb db, IClock clock, Settings settings)
{
    private const int TokenBytes = 16;

    public Task<string> Address(Viewer viewer, CancellationToken stop = default) => db.Alone(async () =>
    {
        var link = await db.CardLinks.SingleOrDefaultAsync(l => l.MemberId == viewer.Id, stop)
            ?? db.Add(new CardLink { MemberId = viewer.Id, Token = NewToken(), MadeAt = clock.GetCurrentInstant() }).Entity;
        await db.SaveChangesAsync(stop);
        return new Uri(settings.Address, Path(link.Token)).ToString();
    }, stop);

    /// <summary>Makes the address known so far worthless.</summary>
    public Task Renew(Viewer viewer, CancellationToken stop = default)
    {
        var (token, now) = (NewToken(), clock.GetCurrentInstant());
        return db.CardLinks.Where(l => l.MemberId == viewer.Id).ExecuteUpdateAsync(u => u.SetProperty(l => l.Token, token).SetProperty(l => l.MadeAt, now), stop);
    }

    public static string Path(string token) => "/card/" + token;

    private static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
}
