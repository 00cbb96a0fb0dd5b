using Gilde.Web.Formats;

namespace Gilde.Web.Imports.LinkedIn;

/// <summary>What came of reading a file: an archive with the problems of single rows, or the fault that stopped it.</summary>
public sealed record LinkedInReading(LinkedInArchive? Archive, ArchiveFault? Fault, ProblemList Problems);

public enum ArchiveFault
{
    /// <summary>It ends early or is no zip file at all.</summary>
    Damaged,

    Encrypted,

    /// <summary>It has, or says it has, more content than an archive of this kind ever does.</summary>
    TooLarge,

    /// <summary>It names files outside its own folder.</summary>
    UnsafePath,

    /// <summary>None of the files that are read is in it.</summary>
    NothingKnown,
}
