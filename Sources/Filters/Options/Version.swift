/// The versions that `--version` and the description tell.
public enum Version {
  /// The version of the programs.
  public static let program = "0.1.0"
  /// The version of the stream that they read and write, as it stands in a `doc` record.
  public static let stream = "report/1"
}
