using System.IO.Compression;
using System.Text;
using Gilde.Web.Imports.LinkedIn;

namespace Gilde.Web.Tests.Imports.LinkedIn;

/// <summary>LinkedIn archives of an invented member, made as the real ones are laid out.</summary>
internal static class Archives
{
    public const string Connections = """
        Notes:
        "When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting, see the ""Help"" page."

        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Anna,Bader,https://www.linkedin.com/in/anna-bader,anna@rohr.example,"Rohr & Co., Solingen",Einkäuferin,12 Mar 2021
        Ben,Öztürk,https://www.linkedin.com/in/ben-oeztuerk,,Drahtwerk Hagen,"Leiter Zieherei
        und Glüherei",03 Jan 2019
        ,,,,,,05 Feb 2018
        Cem,Yıldız,,not-an-address,,,some day
        """;

    public const string Profile = """
        First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers
        Dana,Çelik,,"Am Hang 3, Hagen",Aug 2,Einkäuferin für Drähte,"Erste Zeile
        zweite Zeile",Maschinenbau,58095,"Hagen, Nordrhein-Westfalen, Deutschland",[],"[PERSONAL:https://celik.example,COMPANY:https://draht.example/dana]",
        """;

    public const string Positions = """
        Started On,Finished On,Title,Company Name,Description,Location
        Mär 2019,,Einkäuferin,Drahtwerk Hagen,"Drähte,
        Litzen",Hagen
        2012,Feb 2019,Sachbearbeiterin,Rohr & Co.,,Solingen
        2011,2009,Praktikantin,Kabel AG,,
        2010,,,,Nichts,
        """;

    public const string Education = """
        School Name,Start Date,End Date,Notes,Degree Name,Activities
        FH Südwestfalen,2008,2012,Werkstofftechnik,Bachelor of Engineering,Fachschaft
        """;

    public const string Skills = "Name\nDrahtziehen\nEinkauf\ndrahtziehen\n";

    public const string Languages = "Name,Proficiency\nDeutsch,Native or bilingual proficiency\nTürkisch,Limited working proficiency\n";

    public const string Messages = """
        CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
        c1,,Dana Çelik,https://www.linkedin.com/in/dana,Anna Bader,https://www.linkedin.com/in/anna-bader,2021-03-12 09:14:22 UTC,,Hallo Anna,INBOX
        c1,,Anna Bader,https://www.linkedin.com/in/anna-bader,Dana Çelik,https://www.linkedin.com/in/dana,2021-03-12 10:00:00 UTC,,"Hallo
        Dana",INBOX
        c1,,Dana Çelik,https://www.linkedin.com/in/dana,Anna Bader,https://www.linkedin.com/in/anna-bader,2021-03-13 08:00:00 UTC,,Bis bald,INBOX
        c2,,Ben Öztürk,https://www.linkedin.com/in/ben-oeztuerk,Dana Çelik,https://www.linkedin.com/in/dana,2020-01-01 00:00:00 UTC,,Frohes Neues,INBOX
        c3,Runde,Ben Öztürk,https://www.linkedin.com/in/ben-oeztuerk,"Dana Çelik,Anna Bader","https://www.linkedin.com/in/dana,https://www.linkedin.com/in/anna-bader",2020-02-01 00:00:00 UTC,,An alle,INBOX
        """;

    public static readonly (string Name, string Text)[] Full =
    [
        ("Connections.csv", Connections), ("Profile.csv", Profile), ("Positions.csv", Positions), ("Education.csv", Education),
        ("Skills.csv", Skills), ("Languages.csv", Languages), ("messages.csv", Messages), ("Ad_Targeting.csv", "Member Age\n30\n"),
    ];

    public static byte[] Zip(params IEnumerable<(string Name, string Text)> files) =>
        Zip(files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text))));

    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        return output.ToArray();
    }

    public static LinkedInReading Read(byte[] zip) => LinkedInArchiveReader.ReadZip(new MemoryStream(zip));

    public static LinkedInReading Read(params IEnumerable<(string Name, string Text)> files) => Read(Zip(files));
}
