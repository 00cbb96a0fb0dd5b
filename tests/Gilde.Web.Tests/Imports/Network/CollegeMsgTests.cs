using System.Diagnostics;

namespace Gilde.Web.Tests.Imports.Network;

/// <summary>The messages of a real network, imported: 1,899 people, 6,458 pairs that wrote both ways, 59,835 messages.</summary>
public class CollegeMsgTests
{
    [Theory, BothDatabases]
    public async Task A_real_network_comes_in_once(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        var folder = Folder();

        var first = (await NetworkFiles.Import(settings, folder)).Imported!;
        var before = await NetworkFiles.Dump(settings);
        var second = (await NetworkFiles.Import(settings, folder)).Imported!;

        Assert.Equal((1_899, 6_458, 59_835), (first.MembersRead, first.ContactsRead, first.ExchangesRead));
        Assert.Equal((1_899, 6_458), (first.MembersAdded, first.ContactsAdded));
        Assert.False(second.ChangedAnything);
        Assert.Equal(before, await NetworkFiles.Dump(settings));
    }

    /// <summary>The three files, made from the data of the study by bench/collegemsg.</summary>
    internal static string Folder()
    {
        var root = Architecture.FindRoot();
        var source = Path.Combine(Environment.GetEnvironmentVariable("GILDE_REAL_DATA") ?? Path.Combine(root, "../shared/data"), "collegemsg/collegemsg.csv.gz");
        Assert.SkipUnless(File.Exists(source), $"The CollegeMsg data is not there: {source}");
        var folder = Databases.NewFolder();
        using var made = Process.Start("node", [Path.Combine(root, "bench/collegemsg"), source, folder]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        return folder;
    }
}
