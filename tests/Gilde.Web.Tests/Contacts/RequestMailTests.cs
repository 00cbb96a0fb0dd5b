using System.Text;

namespace Gilde.Web.Tests.Contacts;

public class RequestMailTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Who_is_asked_gets_one_mail_in_their_language_and_a_decline_sends_none(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member("Anna Berger"), await server.Member("Bernd Ziegler", Language.German));
        await anna.Ask(bernd, "Wir ziehen denselben Draht.");
        var mail = await Eventually.Get(() => Task.FromResult(MailsTo(server, bernd).FirstOrDefault()), "the mail to who is asked");
        Assert.Contains("Anna Berger möchte mit Ihnen in Kontakt kommen", Decoded(mail));
        Assert.Contains("/contacts/requests", Decoded(mail));
        await bernd.Client.SubmitOk($"/contacts/requests/{await bernd.RequestFrom(anna)}/decline");

        // A later request of another comes after everything that the earlier could have caused.
        var carla = await server.Member("Carla Mück");
        await carla.Ask(bernd);
        await Eventually.Is(() => Task.FromResult(MailsTo(server, bernd).Count > 1), "the second mail");
        Assert.Equal(2, MailsTo(server, bernd).Count);
        Assert.Empty(MailsTo(server, anna));
    }

    private static List<string> MailsTo(GildeServer server, TestMember member) =>
        Directory.Exists(server.Settings.MailFolder)
            ? [.. Directory.EnumerateFiles(server.Settings.MailFolder, "*.eml").Select(File.ReadAllText).Where(m => m.Contains($"To: {member.Email}", StringComparison.OrdinalIgnoreCase))]
            : [];

    /// <summary>Quoted-printable undone, as far as German needs it.</summary>
    private static string Decoded(string mail)
    {
        var bytes = new List<byte>();
        var text = mail.Replace("=\r\n", "");
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 1]) && Uri.IsHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.ToByte(text[(i + 1)..(i + 3)], 16));
                i += 2;
            }
            else bytes.Add((byte)text[i]);
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
