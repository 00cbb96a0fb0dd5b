using Gilde.Web.CommandLine;
using Gilde.Web.Imports.Network;

namespace Gilde.Web.Tests.Imports.Network;

/// <summary>A folder with the three files, and their import.</summary>
internal static class NetworkFiles
{
    public const string Members = """
        email,name,id,firm,title,place,country,joined,language,headline
        Anna.Bader@rohr.example,Anna Bader,17,"Rohr & Co., Solingen",Einkäuferin,Solingen,de,2021-03-12,,Rohre und mehr
        ben@draht.example,Ben Öztürk,18,,,,,,en,
        ben2@draht.example,Ben Öztürk,19,,,,,2020-01-01T10:00:00+01:00,,
        """;

    public const string Contacts = """
        a,b,since
        17,18,2022-05-01
        18,17,2022-04-01T00:00:00Z
        19,17,
        """;

    public const string Exchanges = """
        at,from,to
        2024-01-01T08:00:00Z,17,18
        2024-01-01T08:00:00Z,17,18
        2024-01-01T23:59:59Z,18,17
        2024-01-02 00:00,17,18
        2024-01-03T12:00:00+02:00,19,17
        """;

    public static string Folder(string? members = Members, string? contacts = Contacts, string? exchanges = Exchanges)
    {
        var folder = Databases.NewFolder();
        foreach (var (name, text) in new[] { ("members.csv", members), ("contacts.csv", contacts), ("exchanges.csv", exchanges) })
            if (text is not null)
                File.WriteAllText(Path.Combine(folder, name), text);
        return folder;
    }

    public static async Task<NetworkImportResult> Import(Settings settings, string folder)
    {
        await using var db = DataSetup.Open(settings);
        return await new NetworkImport(db, new MicrosecondClock(), Language.German).Execute(folder, new Progress<Advance>());
    }

    /// <summary>Everything that an import touches, as text.</summary>
    public static async Task<string> Dump(Settings settings)
    {
        await using var db = DataSetup.Open(settings);
        object[] rows =
        [
            .. db.Members.OrderBy(m => m.Id).Select(m => new { m.Id, m.Name, m.Handle, m.Headline, m.Place, m.Country, m.Language, m.JoinedAt, m.ActiveSince }),
            .. db.Users.OrderBy(a => a.Id).Select(a => new { a.Id, a.Email, a.NormalizedEmail, a.EmailConfirmed, a.SecurityStamp }),
            .. db.Positions.OrderBy(p => p.Id).Select(p => new { p.MemberId, p.Title, p.Firm }),
            .. db.Contacts.OrderBy(c => c.OwnerId).ThenBy(c => c.OtherId).Select(c => new { c.OwnerId, c.OtherId, c.Since }),
            .. db.Exchanges.OrderBy(e => e.FromId).ThenBy(e => e.ToId).ThenBy(e => e.Day).Select(e => new { e.FromId, e.ToId, e.Day, e.Source, e.Count, e.LastAt }),
            .. db.Ties.OrderBy(t => t.LowId).ThenBy(t => t.HighId).Select(t => new { t.LowId, t.HighId, t.LowToHigh, t.HighToLow, t.TurnDays, t.Strength }),
            .. db.Events.OrderBy(e => e.Id).Select(e => new { e.Id, e.Kind, e.TargetId }),
        ];
        return string.Join('\n', rows);
    }
}
