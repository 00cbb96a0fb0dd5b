using System.Buffers.Binary;
using System.Text;
using Gilde.Web.Formats;
using Gilde.Web.Imports.LinkedIn;
using Xunit;

namespace Gilde.Web.Tests.Imports.LinkedIn;

public class ArchiveFaultTests
{
    [Fact]
    public void Something_else_is_damaged() => Assert.Equal(ArchiveFault.Damaged, Archives.Read("BEGIN:VCARD"u8.ToArray()).Fault);

    [Fact]
    public void Nothing_is_damaged() => Assert.Equal(ArchiveFault.Damaged, Archives.Read(Array.Empty<byte>()).Fault);

    [Fact]
    public void An_archive_cut_off_is_damaged()
    {
        var zip = Archives.Zip(Archives.Full);

        Assert.Equal(ArchiveFault.Damaged, Archives.Read(zip[..(zip.Length / 2)]).Fault);
    }

    [Fact]
    public void An_archive_with_broken_content_is_damaged()
    {
        var zip = Archives.Zip(("Skills.csv", string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Name {i}\n"))));
        zip.AsSpan(100, 400).Fill(0xFF);

        Assert.Equal(ArchiveFault.Damaged, Archives.Read(zip).Fault);
    }

    [Fact]
    public void An_encrypted_archive_is_named_so()
    {
        var zip = Archives.Zip(("Skills.csv", Archives.Skills));
        MarkEncrypted(zip);

        Assert.Equal(ArchiveFault.Encrypted, Archives.Read(zip).Fault);
    }

    [Theory]
    [InlineData("../Skills.csv")]
    [InlineData("/etc/Skills.csv")]
    [InlineData("a/../../Skills.csv")]
    [InlineData("..\\Skills.csv")]
    [InlineData("C:\\Skills.csv")]
    public void An_archive_that_leaves_its_folder_is_refused(string path) =>
        Assert.Equal(ArchiveFault.UnsafePath, Archives.Read((path, Archives.Skills)).Fault);

    [Fact]
    public void An_archive_without_a_known_file_says_so() =>
        Assert.Equal(ArchiveFault.NothingKnown, Archives.Read(("Photos.csv", "Name\nx")).Fault);

    [Fact]
    public void A_bomb_is_refused_by_what_it_declares() =>
        Assert.Equal(ArchiveFault.TooLarge, Archives.Read(("messages.csv", new string('a', 50_000_000))).Fault);

    [Fact]
    public void A_bomb_that_lies_about_its_size_yields_no_more_than_it_said()
    {
        var zip = Archives.Zip(("Skills.csv", "Name\n" + new string('\n', 50_000_000) + "Drahtziehen"));
        DeclareLength(zip, 1_000);

        Assert.Empty(Archives.Read(zip).Archive?.Skills ?? []);
    }

    [Fact]
    public void A_stream_ends_at_its_limit_whatever_it_declares()
    {
        using var stream = new LimitedStream(new MemoryStream(new byte[1_001]), 1_000);

        Assert.Throws<TooLongException>(() => stream.CopyTo(Stream.Null));
    }

    [Fact]
    public void Too_many_files_are_refused() =>
        Assert.Equal(ArchiveFault.TooLarge, Archives.Read(Enumerable.Range(0, 10_001).Select(i => ($"{i}.csv", "x"))).Fault);

    /// <summary>Sets the flag of encryption in the directory and in front of the file.</summary>
    private static void MarkEncrypted(byte[] zip)
    {
        zip[DirectoryOf(zip) + 8] |= 1;
        zip[6] |= 1;
    }

    private static void DeclareLength(byte[] zip, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(DirectoryOf(zip) + 24), length);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(22), length);
    }

    private static int DirectoryOf(byte[] zip) => zip.AsSpan().LastIndexOf(Encoding.Latin1.GetBytes("PK\u0001\u0002"));
}
